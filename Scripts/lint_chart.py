"""The checks of lint-chart.sh, run in the top folder of the checkout."""

import copy
import hashlib
import logging
import sys

import yaml
from helm_python import Chart, lint

CHART = "charts/sallyport"
PLAIN = ["namespace", "rbac", "service", "deployment", "webhook", "guard"]


def documents(text):
    return [document for document in yaml.safe_load_all(text) if document is not None]


def root_digest(data):
    """What `sallyport-admission root-digest` prints."""
    repository = yaml.safe_load(data["config.yaml"])["repository"]
    path = "" if repository["path"] == "." else repository["path"]
    lines = [str(repository["id"]), repository["receiptKey"], repository["ref"], path]
    return "sha256:" + hashlib.sha256(("".join(line + "\n" for line in lines) + data["root.yaml"]).encode()).hexdigest()


def by_identity(objects):
    """The objects by kind, namespace and name; configuration inside a ConfigMap as what it says."""
    found = {}
    for item in objects:
        metadata = item["metadata"]
        key = (item["kind"], metadata.get("namespace"), metadata["name"])
        assert key not in found, f"{key} twice"
        if item["kind"] == "Deployment":
            # New with each configuration, so that the Pods are made anew; the plain files have no such thing.
            item["spec"]["template"]["metadata"].pop("annotations", None)
        if item["kind"] == "ConfigMap":
            found["root"] = root_digest(item["data"])
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


def plain(values, digest):
    """admission/, with what stands there for what each repository has its own of."""
    repository = values["repository"]
    ((owner, person),) = repository["root"]["owners"].items()
    text = "\n---\n".join(open(f"admission/{name}.yaml", encoding="utf-8").read() for name in PLAIN)
    places = {
        "REPOSITORY-ID": repository["id"],
        "RECEIPT-KEY": repository["receiptKey"],
        "ssh-ed25519 OWNER-KEY": person["keys"][0]["ssh"],
        "OWNER": owner,
        'caBundle: ""': f'caBundle: "{values["registration"]["caBundle"]}"',
        "ROOT-DIGEST": digest,
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
    ("registration.caBundle", ""),
    ("guard.identities", ['eve" || "']),
    ("repository.url", "https://bot:hunter2@git.example/shop.git"),
    ("repository.path", "./clusters/prod"),
    ("repository.credentials.username", "bot"),
    ("deployment.replicas", 0),
    ("networkPolicy.enabled", True),
    ("registration.failurePolicy", "Ignore"),
    ("repository.receiptKey", "RECEIPT-KEY"),
    ("repository.ref", "main"),
    ("repository.root.owners", {}),
    ("repository.url", "git@git.example:shop.git"),
    ("unknown", True),
]


def changed_deployment(chart, values):
    """What of the values for another kind of cluster does not arrive."""
    deployment = {
        "replicas": 3, "hostNetwork": False, "nodeSelector": {}, "tolerations": [], "affinity": {},
        "priorityClassName": "high", "imagePullSecrets": [{"name": "pull"}], "labels": {"team": "platform"},
        "resources": {"limits": {"memory": "2Gi"}}, "topologySpreadConstraints": [{"maxSkew": 1}],
    }
    values = changed(values, "deployment", deployment)
    values = changed(values, "repository.credentials", {"secretName": "git", "username": "bot", "authority": True})
    values = changed(values, "serviceMonitor", {"enabled": True})
    values = changed(values, "networkPolicy", {"enabled": True})
    found = rendered(chart, values)
    item = found["Deployment", "sallyport-system", "sallyport-admission"]
    pod = item["spec"]["template"]["spec"]
    container = pod["containers"][0]
    checks = {
        "replicas": item["spec"]["replicas"] == 3,
        "hostNetwork": "hostNetwork" not in pod,
        "labels": item["spec"]["template"]["metadata"]["labels"]["team"] == "platform",
        "resources": container["resources"] == deployment["resources"],
        "the Git server's Secret": {"name": "git", "secret": {"secretName": "git"}} in pod["volumes"],
        "its mount": container["volumeMounts"][-1]["mountPath"] == "/etc/sallyport/git",
        "the registration's Secret": '"git"' in str(found["ValidatingWebhookConfiguration", None, "sallyport-admission"]),
        "the root's digest": found["root"] in container["args"],
        "ServiceMonitor": ("ServiceMonitor", "sallyport-system", "sallyport-admission") in found,
        "NetworkPolicy": ("NetworkPolicy", "sallyport-system", "sallyport-admission") in found,
    }
    for key in ("nodeSelector", "tolerations", "affinity", "priorityClassName", "imagePullSecrets", "topologySpreadConstraints"):
        checks[key] = pod.get(key) == deployment[key]
    return [f"the chart does not carry {name}" for name, holds in checks.items() if not holds]


def main():
    problems = []
    with open(f"{CHART}/ci/example-values.yaml", encoding="utf-8") as file:
        values = yaml.safe_load(file)
    report = lint(CHART, values, strict=True, namespace="sallyport-system", kube_version="v1.30.0")
    problems += report["errors"]
    problems += [f"{m['path']}: {m['error']}" for m in report["messages"] if m["severity"] >= 2]
    with Chart.load(CHART) as chart:
        ours = rendered(chart, values)
        digest = ours.pop("root")
        theirs = plain(values, digest)
        theirs.pop("root")
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            problems += differences(theirs.get(key), ours.get(key), " ".join(filter(None, key)))
        problems += changed_deployment(chart, values)
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
