internal import ExactValues
public import Manifests

extension DesiredState {
    /// What was found and could not be taken as declared, by file and line.
    public var problems: [ManifestProblem] {
        let found = fileProblems + kustomizationProblems + contestedProblems + definitionProblems
        return found.sorted { (Name($0.file), $0.line) < (Name($1.file), $1.line) }
    }

    private var fileProblems: [ManifestProblem] {
        troubled.flatMap { file in
            (files[file]?.content.problems ?? []).map { problem in
                ManifestProblem(file: file.text, line: problem.line, message: problem.message)
            }
        }
    }

    private var kustomizationProblems: [ManifestProblem] {
        Set(troubled.compactMap { files[$0]?.kustomization }).map { file in
            ManifestProblem(
                file: file.text, line: 1,
                message: """
                    with this the folder is a kustomization, which is not rendered yet: nothing in or below the folder \
                    counts as declared; commit what kustomize build writes, in another folder
                    """)
        }
    }

    private var contestedProblems: [ManifestProblem] {
        index.contested.flatMap { reference in
            problems(of: index.claims[reference] ?? []) { "\(reference) is declared here and at \($0): neither counts" }
        }
    }

    private var definitionProblems: [ManifestProblem] {
        let refused = definitions.refused.map { claim, message in
            ManifestProblem(file: place(claim).file, line: place(claim).line, message: message)
        }
        return refused
            + definitions.contested.flatMap { claims in
                problems(of: claims) { "the kind is defined here and at \($0): neither definition counts" }
            }
    }

    /// A problem at each place but the first, to which it points.
    private func problems(of claims: [Claim], _ message: (Place) -> String) -> [ManifestProblem] {
        guard let first = claims.first else { return [] }
        return claims.dropFirst().map { claim in
            let place = place(claim)
            return ManifestProblem(file: place.file, line: place.line, message: message(self.place(first)))
        }
    }
}
