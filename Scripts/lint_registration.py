"""Evaluates the registration's conditions on the gate's own Pods and on what would pass for them.

Run by lint-chart.sh in the top folder of the checkout. Each change below must send the Pod to the gate: take the
part of the condition that it is about away, and this fails.
"""

import copy
import sys

import yaml
from cel import Context, evaluate

ACCOUNT = "system:serviceaccount:kube-system:"


def load(name):
    with open(f"admission/{name}.yaml", encoding="utf-8") as file:
        return [document for document in yaml.safe_load_all(file) if document]


def conditions():
    (webhook,) = load("webhook")[0]["webhooks"]
    return {entry["name"]: entry["expression"] for entry in webhook["matchConditions"]}


def gate_pod():
    """The Deployment's Pod as the API server completes it and the ServiceAccount plugin adds to it."""
    (deployment,) = [item for item in load("deployment") if item["kind"] == "Deployment"]
    spec = copy.deepcopy(deployment["spec"]["template"]["spec"])
    spec |= {"restartPolicy": "Always", "schedulerName": "default-scheduler", "terminationGracePeriodSeconds": 30}
    spec |= {"serviceAccount": spec["serviceAccountName"], "enableServiceLinks": True, "priority": 2000000000}
    spec |= {"preemptionPolicy": "PreemptLowerPriority"}
    for volume in spec["volumes"]:
        for source in ("configMap", "secret"):
            if source in volume:
                volume[source]["defaultMode"] = 420
    name = "kube-api-access-x7k2p"
    sources = [
        {"serviceAccountToken": {"expirationSeconds": 3607, "path": "token"}},
        {"configMap": {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}},
        {"downwardAPI": {"items": [{"path": "namespace", "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.namespace"}}]}},
    ]
    spec["volumes"].append({"name": name, "projected": {"defaultMode": 420, "sources": sources}})
    container = spec["containers"][0]
    path = "/var/run/secrets/kubernetes.io/serviceaccount"
    container["volumeMounts"].append({"name": name, "mountPath": path, "readOnly": True})
    container |= {"terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}
    metadata = {"name": "sallyport-admission-5d9c-abcde", "namespace": "sallyport-system"}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": spec}


def request(group, resource, operation, username, namespace=None, sub=None, groups=()):
    found = {
        "resource": {"group": group, "version": "v1", "resource": resource},
        "operation": operation,
        "userInfo": {"username": username, "groups": list(groups)},
    }
    if namespace:
        found["namespace"] = namespace
    if sub:
        found["subResource"] = sub
    return found


def is_exempt(expressions, asked, item, old=None):
    """Whether any condition takes the request out. One that cannot be evaluated refuses it, as failurePolicy says."""
    context = Context(variables={"request": asked, "object": item, "oldObject": old})
    for name, expression in expressions.items():
        try:
            if evaluate(expression, context) is False:
                return True
        except ValueError as error:
            sys.exit(f"{name} is no expression: {error}")
        except (RuntimeError, TypeError, KeyError):
            continue
    return False


def put(path, value):
    def change(pod):
        target = pod
        *parents, last = path
        for key in parents:
            target = target[key]
        target[last] = value

    return change


def add(path, value):
    def change(pod):
        target = pod
        for key in path:
            target = target[key]
        target.append(value)

    return change


CONTAINER = ("spec", "containers", 0)
ACCESS = ("spec", "volumes", -1, "projected", "sources")
ANNOTATED = {"path": "config.yaml", "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.annotations['x']"}}
# What is done to the gate's Pod by somebody who wants another gate behind its Service.
IMPOSTORS = {
    "a configuration out of its own annotations": put(
        ("spec", "volumes", 0), {"name": "kube-api-access-b", "projected": {"sources": [{"downwardAPI": {"items": [ANNOTATED]}}]}}
    ),
    "the account's volume on the configuration's path": put(
        (*CONTAINER, "volumeMounts", 0), {"name": "kube-api-access-x7k2p", "mountPath": "/etc/sallyport/config"}
    ),
    "annotations projected beside the account": put((*ACCESS, 2, "downwardAPI", "items"), [ANNOTATED]),
    "one source more": add(ACCESS, {"downwardAPI": {"items": [ANNOTATED]}}),
    "a Secret projected": put((*ACCESS, 2), {"secret": {"name": "web"}}),
    "another ConfigMap projected": put((*ACCESS, 1, "configMap", "name"), "evil"),
    "another key of it": put((*ACCESS, 1, "configMap", "items"), [{"key": "ca.crt", "path": "token"}]),
    "a token for another audience": put((*ACCESS, 0, "serviceAccountToken", "audience"), "vault"),
    "another ConfigMap": put(("spec", "volumes", 0, "configMap", "name"), "evil"),
    "other keys of its ConfigMap": put(("spec", "volumes", 0, "configMap", "items"), [{"key": "a", "path": "config.yaml"}]),
    "another Secret": put(("spec", "volumes", 1, "secret", "secretName"), "web"),
    "the Secrets the other way round": put(("spec", "volumes", 1, "secret", "secretName"), "sallyport-admission-client-ca"),
    "other keys of its Secret": put(("spec", "volumes", 2, "secret", "items"), [{"key": "tls.crt", "path": "ca.crt"}]),
    "the node's files": put(("spec", "volumes", 3), {"name": "state", "hostPath": {"path": "/"}}),
    "an empty configuration": put(("spec", "volumes", 0), {"name": "config", "emptyDir": {}}),
    "a part of a volume": put((*CONTAINER, "volumeMounts", 0, "subPath"), "x"),
    "a mount over the program": add((*CONTAINER, "volumeMounts"), {"name": "state", "mountPath": "/usr/local/bin"}),
    "names of hosts": put(("spec", "hostAliases"), [{"ip": "10.0.0.1", "hostnames": ["git.example"]}]),
    "a resolver": put(("spec", "dnsConfig"), {"nameservers": ["10.0.0.1"]}),
    "the cluster's resolver": put(("spec", "dnsPolicy"), "ClusterFirst"),
    "another root": put((*CONTAINER, "args", 4), "sha256:" + "2" * 64),
    "no root": put((*CONTAINER, "args"), ["serve", "--config", "/etc/sallyport/config/config.yaml"]),
    "one argument more": add((*CONTAINER, "args"), "--version"),
    "another image": put((*CONTAINER, "image"), "registry.example/sallyport-admission@sha256:" + "2" * 64),
    "a command": put((*CONTAINER, "command"), ["sh"]),
    "the environment": put((*CONTAINER, "env"), [{"name": "LD_PRELOAD", "value": "/tmp/x"}]),
    "a Secret as environment": put((*CONTAINER, "envFrom"), [{"secretRef": {"name": "web"}}]),
    "a hook of its life": put((*CONTAINER, "lifecycle"), {"postStart": {"exec": {"command": ["sh"]}}}),
    "a probe that runs": put((*CONTAINER, "livenessProbe"), {"exec": {"command": ["sh"]}}),
    "a probe elsewhere": put((*CONTAINER, "readinessProbe", "httpGet", "host"), "169.254.169.254"),
    "a startup probe": put((*CONTAINER, "startupProbe"), {"exec": {"command": ["sh"]}}),
    "privilege": put((*CONTAINER, "securityContext", "privileged"), True),
    "escalation": put((*CONTAINER, "securityContext", "allowPrivilegeEscalation"), True),
    "a writable image": put((*CONTAINER, "securityContext", "readOnlyRootFilesystem"), False),
    "a capability": put((*CONTAINER, "securityContext", "capabilities", "add"), ["SYS_ADMIN"]),
    "root's account": put(("spec", "securityContext", "runAsNonRoot"), False),
    "system calls": put(("spec", "securityContext", "seccompProfile", "type"), "Unconfined"),
    "the node's processes": put(("spec", "hostPID"), True),
    "the node's IPC": put(("spec", "hostIPC"), True),
    "another account": put(("spec", "serviceAccountName"), "default"),
    "a second container": add(("spec", "containers"), {"name": "b", "image": "b"}),
    "an init container": put(("spec", "initContainers"), [{"name": "b", "image": "b"}]),
    "a node of choice": put(("spec", "nodeName"), "n1"),
    "a field of the future": put(("spec", "escape"), True),
    "a field of the future in the container": put((*CONTAINER, "escape"), True),
}


def bootstrap(name, labels=True, **more):
    metadata = {"name": name} | ({"labels": {"kubernetes.io/bootstrapping": "rbac-defaults"}} if labels else {})
    return {"metadata": metadata} | more


RBAC = "rbac.authorization.k8s.io"
BOOTSTRAP = [
    (True, (RBAC, "clusterroles", "UPDATE", "system:apiserver"), bootstrap("system:node", rules=[])),
    (True, (RBAC, "clusterroles", "CREATE", "system:apiserver"), bootstrap("view", rules=[])),
    (False, (RBAC, "clusterroles", "UPDATE", "admin"), bootstrap("system:node", rules=[])),
    (False, (RBAC, "clusterroles", "DELETE", "system:apiserver"), bootstrap("system:node")),
    (False, (RBAC, "clusterroles", "CREATE", "system:apiserver"), bootstrap("mine")),
    (False, (RBAC, "clusterroles", "CREATE", "system:apiserver"), bootstrap("system:node", labels=False)),
    (False, (RBAC, "clusterrolebindings", "CREATE", "system:apiserver"),
     bootstrap("system:x", roleRef={"name": "cluster-admin"}, subjects=[{"kind": "User", "name": "eve"}])),
    (False, (RBAC, "clusterrolebindings", "CREATE", "system:apiserver"),
     bootstrap("system:x", roleRef={"name": "cluster-admin"}, subjects=[{"kind": "Group", "name": "system:authenticated"}])),
    (False, (RBAC, "rolebindings", "CREATE", "system:apiserver"),
     bootstrap("system:x", roleRef={"name": "x"}, subjects=[{"kind": "ServiceAccount", "namespace": "shop", "name": "a"}])),
    (True, (RBAC, "clusterrolebindings", "CREATE", "system:apiserver"),
     bootstrap("system:discovery", roleRef={"name": "system:discovery"}, subjects=[{"kind": "Group", "name": "system:authenticated"}])),
    (True, ("", "namespaces", "CREATE", "system:apiserver"), {"metadata": {"name": "kube-system"}}),
    (False, ("", "namespaces", "CREATE", "system:apiserver"), {"metadata": {"name": "shop"}}),
    (False, ("", "pods", "CREATE", "system:apiserver"), {"metadata": {"name": "kube-system"}}),
    (True, ("", "endpoints", "UPDATE", "system:apiserver"), {"metadata": {"name": "kubernetes", "namespace": "default"}}),
    (False, ("", "endpoints", "UPDATE", "system:apiserver"), {"metadata": {"name": "web", "namespace": "default"}}),
    (True, ("scheduling.k8s.io", "priorityclasses", "CREATE", "system:apiserver"), {"metadata": {"name": "system-node-critical"}}),
    (False, ("scheduling.k8s.io", "priorityclasses", "CREATE", "system:apiserver"), {"metadata": {"name": "mine"}}),
]


def main():
    expressions = conditions()
    problems = []
    making = request("", "pods", "CREATE", ACCOUNT + "replicaset-controller", "sallyport-system")
    if not is_exempt(expressions, making, gate_pod()):
        problems.append("the gate's own Pod has to ask the gate: a dead gate cannot come back")
    for other in (
        request("", "pods", "CREATE", "admin", "sallyport-system"),
        request("", "pods", "CREATE", ACCOUNT + "replicaset-controller", "shop"),
        request("", "pods", "UPDATE", ACCOUNT + "replicaset-controller", "sallyport-system"),
        request("", "pods", "CREATE", ACCOUNT + "replicaset-controller", "sallyport-system", "exec"),
    ):
        if is_exempt(expressions, other, gate_pod(), gate_pod()):
            problems.append(f"exempt: {other}")
    for name, change in IMPOSTORS.items():
        pod = gate_pod()
        change(pod)
        if is_exempt(expressions, making, pod):
            problems.append(f"a Pod with {name} gets past the gate")
    for expected, asked, item in BOOTSTRAP:
        namespace = item["metadata"].get("namespace")
        if is_exempt(expressions, request(*asked, namespace, groups=["system:masters"]), item) != expected:
            problems.append(f"{'not ' if expected else ''}exempt: {asked} {item}")
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
