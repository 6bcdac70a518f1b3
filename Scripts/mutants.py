#!/usr/bin/env python3
"""Takes each check of the push gate away, one by one, and sees whether a test notices. `make mutants`.

The list is Tests/Attacks/mutants.txt. Each mutant is made in a copy of the tree, which is built with the fast tests
only; those run until one fails. What no test notices survives, is named at the end, and makes the exit code 1.

    mutants.py --check           every text of the list stands exactly once in its file; builds nothing
    mutants.py [NAME...]         runs those mutants, or all
"""

import os
import pathlib
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
LIST = TOP / "Tests/Attacks/mutants.txt"
# Outside the checkout, and kept: each mutant builds only what it changes.
TREE = pathlib.Path(os.environ.get("MUTANTS", pathlib.Path.home() / ".cache/sallyport/mutants"))
# The fast ones first: the next are only asked when these notice nothing.
TESTS = ["PolicyCoreTests", "GitStoreTests|SignaturesTests|EvidenceTests", "PushAttackTests|ReceiptLogTests|ScenarioTests"]
MANIFEST = """
// Without what needs the HTTP stack; the argument parser stands first among the dependencies.
let fast = ["PolicyCoreTests", "GitStoreTests", "SignaturesTests", "EvidenceTests", "PushAttackTests",
    "ReceiptLogTests", "ScenarioTests"]
package.targets.removeAll {
    ($0.type == .test && !fast.contains($0.name))
        || ["AdmissionServer", "KubernetesClient", "sallyport-admission"].contains($0.name)
}
package.products.removeAll { $0.name == "sallyport-admission" }
package.dependencies = Array(package.dependencies.prefix(1))
"""


def mutants():
    """The list: blocks of `name`, `file`, lines that begin with `- ` and lines that begin with `+ `."""
    found = []
    for block in LIST.read_text().split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        name, file, changes = lines[0], lines[1], lines[2:]
        old = "\n".join(line[2:] for line in changes if line.startswith("- "))
        new = "\n".join(line[2:] for line in changes if line.startswith("+ "))
        found.append((name, file, old, new))
    return found


def check(found):
    """What is wrong with the list: a text that does not stand exactly once is no check any more, or another."""
    problems = []
    names = [name for name, *_ in found]
    for name, file, old, new in found:
        count = (TOP / file).read_text().count(old) if (TOP / file).exists() else 0
        if count != 1 or not old or old == new or names.count(name) != 1:
            problems.append(f"{name}: its text stands {count} times in {file}")
    return problems


def copy():
    """Brings the copy up to date, without touching what has not changed."""
    TREE.mkdir(parents=True, exist_ok=True)
    for folder in ["Sources", "Tests"]:
        subprocess.run(["rsync", "-a", "--checksum", "--delete", f"{TOP}/{folder}/", f"{TREE}/{folder}/"], check=True)
    if (TOP / "Package.resolved").exists():
        shutil.copy(TOP / "Package.resolved", TREE)
    # A check that is taken away may leave something unused: a warning.
    manifest = (TOP / "Package.swift").read_text().replace(".treatAllWarnings(as: .error),", "") + MANIFEST
    if not (TREE / "Package.swift").exists() or (TREE / "Package.swift").read_text() != manifest:
        (TREE / "Package.swift").write_text(manifest)


def run(*arguments):
    swift = os.environ.get("SWIFT", "swift").split()
    return subprocess.run([*swift, *arguments], cwd=TREE, capture_output=True, text=True)


def noticed():
    """Which tests notice; None when none does, and a word for a mutant that does not build."""
    build = run("build", "--build-tests")
    if build.returncode != 0:
        return "the compiler"
    for tests in TESTS:
        if run("test", "--skip-build", "--filter", tests).returncode != 0:
            return tests
    return None


def main():
    found = mutants()
    problems = check(found)
    for problem in problems:
        print(problem)
    if problems or sys.argv[1:] == ["--check"]:
        print(f"{len(found)} mutants, {len(problems)} of them wrong")
        sys.exit(1 if problems else 0)
    copy()
    if word := noticed():
        sys.exit(f"without any mutant the tests fail already: {word}")
    survivors = []
    for name, file, old, new in found:
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        source = TREE / file
        whole = source.read_text()
        source.write_text(whole.replace(old, new))
        word = noticed()
        source.write_text(whole)
        print(f"{'noticed by ' + word if word else 'SURVIVES':60} {name}", flush=True)
        if not word or word == "the compiler":
            survivors.append(name)
    if survivors:
        sys.exit("nothing that runs notices: " + ", ".join(survivors))


main()
