"""What Psoas knows, as data: exercises, tests, habits, safety questions, answers, norms, conditions, sources.

In: TOML under `data/`. Out: one frozen `Catalogue`. Each number carries its source and status. Read `demands` (what a
movement asks of the body), `entries`, `safety_rules`, `fusion_path` (after a fusion), `catalogue` (loading), `ready_made`
(loaded when a release was built) and `lint_codes` (the lint). Beside them: `needs` and `prescription` (what a circumstance
and a source ask of a plan), `reasons`, `texts` and `retelling` (sentences, and saying them again in another language),
`citations` and `locator` (who cites what, and where it is found), `problem` and `rules_version` (what the lint says, and the
mark of the rules).
"""
