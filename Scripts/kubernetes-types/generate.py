#!/usr/bin/env python3
"""Writes Sources/KubernetesTypes/TypeTableText.swift from 1.20-1.36.json, one line a kind and a type.

usage: Scripts/kubernetes-types/generate.py > Sources/KubernetesTypes/TypeTableText.swift

A kind: `kind apiVersion Kind|type|resource|scope|span|subresources`, scope n (namespaced) or c (the cluster's); forms of
subresources alone have no resource.
A type: `type name|field|field…`, fields by ascending name (bytes), a field: `name flags type [keys] [span]`.
Flags: p pointer, e left out when empty, z left out when zero, l list by keys, s set, a atomic (list or map), - none.
A span: `since-until`, either may be missing. See `TypeTable+Reading.swift`, which reads it.
"""
import json
import os

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "1.20-1.36.json")

# Types that write themselves: by reflection they have no members. A schema, or something else in its place.
SELF_WRITTEN = {
    "apiextensions/v1.JSONSchemaPropsOrArray": "schemaOrOther",
    "apiextensions/v1.JSONSchemaPropsOrBool": "schemaOrOther",
    "apiextensions/v1.JSONSchemaPropsOrStringArray": "schemaOrOther",
}


def span(entry):
    since, until = entry.get("since"), entry.get("until")
    return "" if since is None and until is None else f"{since or ''}-{until or ''}"


def kind(name, entry):
    scope = "n" if entry.get("namespaced", True) else "c"
    parts = [name, entry["type"], entry.get("resource", ""), scope, span(entry), ",".join(entry.get("subresources", []))]
    return "kind " + "|".join(parts)


def field(entry):
    flags = "p" if entry.get("pointer") else ""
    flags += {"empty": "e", "zero": "z"}.get(entry.get("omit"), "")
    flags += {"map": "l", "set": "s", "atomic": "a"}.get(entry.get("list"), "")
    flags += "a" if entry.get("map") == "atomic" else ""
    words = [entry["name"], flags or "-", written(entry["type"])]
    if entry.get("keys"):
        words.append(",".join(entry["keys"]))
    if span(entry):
        words.append(span(entry))
    return " ".join(words)


def written(name):
    for own, word in SELF_WRITTEN.items():
        name = name.replace(own, word)
    return name


def main():
    with open(SOURCE, encoding="utf-8") as file:
        table = json.load(file)
    print("// Written by Scripts/kubernetes-types/generate.py from 1.20-1.36.json beside it; not edited by hand.")
    print("// swift-format-ignore-file")
    print("/// Kinds, types and fields of Kubernetes 1.20 to 1.36, in the form that the script describes.")
    print('let typeTableText: StaticString = """')
    for name, entry in sorted(table["kinds"].items()):
        print(kind(name, entry))
    for name, fields in sorted(table["types"].items()):
        if name in SELF_WRITTEN:
            continue
        ordered = sorted(fields, key=lambda each: (each["name"].encode(), each.get("since", 0)))
        print("|".join(["type " + name] + [field(each) for each in ordered]))
    print('"""')


main()
