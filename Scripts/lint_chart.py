"""The checks of lint-chart.sh, run in the top folder of the checkout."""

import copy
import logging
import sys

import yaml
from helm_python import Chart, lint

CHART = "charts/sallyport"
PLAIN = ["namespace", "rbac", "service", "deployment", "webhook", "guard"]


def documents(text):
    return [document for document in yaml.safe_load_all(text) if document is not None]


def by_identity(objects):
    """The objects by kind, namespace and name; configuration inside a ConfigMap as what it says."""
    found = {}
    for item in objects:
        metadata = item["metadata"]
        key = (item["kind"], metadata.get("namespace"), metadata["name"])
        assert key not in found, f"{key} twice"
        if item["kind"] == "ConfigMap":
            item["data"] = {name: yaml.safe_load(text) for name, text in item["data"].items()}
        found[key] = item
    return found


def differences(left, right, path=""):
    if isinstance(left, dict) and isinstance(right, dict):
        for key in sorted(left.keys() | right.keys()):
            yield from differences(left.get(key), right.get(key), f"{path}.{key}")
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for index, (one, other) in enumerate(zip(left, right)):
            yield from differences(one, other, f"{path}[{index}]")
    elif left != right:
        yield f"{path}: admission/ has {left!r}, the chart {right!r}"


def rendered(chart, values, namespace="sallyport-system"):
    files = chart.render(values, name="sallyport", namespace=namespace)
    return by_identity(item for name, text in sorted(files.items()) if name.endswith(".yaml") for item in documents(text))


def plain(values):
    """admission/, with what stands there for what each repository has its own of."""
    repository = values["repository"]
    ((owner, person),) = repository["root"]["owners"].items()
    text = "\n---\n".join(open(f"admission/{name}.yaml", encoding="utf-8").read() for name in PLAIN)
    places = {
        "REPOSITORY-ID": repository["id"],
        "RECEIPT-KEY": repository["receiptKey"],
        "ssh-ed25519 OWNER-KEY": person["keys"][0]["ssh"],
        "OWNER": owner,
    }
    for place, value in places.items():
        assert place in text, f"admission/ has no {place}"
        text = text.replace(place, value)
    return by_identity(documents(text))


def changed(values, path, value):
    values = copy.deepcopy(values)
    target = values
    *parents, last = path.split(".")
    for key in parents:
        target = target.setdefault(key, {})
    target[last] = value
    return values


# Each would weaken the registration, or render what the gate refuses to read.
BAD = [
    ("image.digest", "latest"),
    ("image.digest", ""),
    ("image.repository", 'registry.example/x" || true || "'),
    ("tls.secretName", 'x", "every-secret'),
    ("guard.group", 'system:authenticated" || "'),
    ("registration.caBundle", "not base64!"),
    ("registration.failurePolicy", "Ignore"),
    ("repository.receiptKey", "RECEIPT-KEY"),
    ("repository.ref", "main"),
    ("repository.root.owners", {}),
    ("repository.url", "git@git.example:shop.git"),
    ("unknown", True),
]


def main():
    problems = []
    with open(f"{CHART}/ci/example-values.yaml", encoding="utf-8") as file:
        values = yaml.safe_load(file)
    report = lint(CHART, values, strict=True, namespace="sallyport-system", kube_version="v1.30.0")
    problems += report["errors"]
    problems += [f"{m['path']}: {m['error']}" for m in report["messages"] if m["severity"] >= 2]
    with Chart.load(CHART) as chart:
        ours, theirs = rendered(chart, values), plain(values)
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            problems += differences(theirs.get(key), ours.get(key), " ".join(filter(None, key)))
        for path, value in BAD:
            try:
                rendered(chart, changed(values, path, value))
                problems.append(f"{path}: {value!r} is taken")
            except Exception as error:  # Helm's errors have no common base beside this one
                logging.debug("%s: %s", path, error)
        try:
            rendered(chart, values, namespace="kube-system")
            problems.append("the namespace kube-system is taken")
        except Exception as error:
            logging.debug("kube-system: %s", error)
        other = rendered(chart, changed(values, "image.digest", "sha256:" + "1" * 64), namespace="gate")
        text = yaml.safe_dump(list(other.values()), width=1 << 20)
        if text.count("sha256:" + "1" * 64) != 2 or "0" * 64 in text or "sallyport-system" in text:
            problems.append("another digest or namespace does not reach the Deployment and the registration")
    for problem in problems:
        print(f"lint-chart: {problem}", file=sys.stderr)
    print(f"lint-chart: {len(ours)} objects, {len(BAD) + 1} bad values, {len(problems)} problems")
    return 1 if problems else 0


sys.exit(main())
