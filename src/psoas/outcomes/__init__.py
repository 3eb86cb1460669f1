"""Is it working? What the weeks add up to, each with how sure that is.

In: plan, diary, examinations. Out: trajectories with their sentence, weeks side by side, strength by pattern, re-tests, the
judgement at week six, which movements help, what to say today. Read `trajectory`, `pain`, `weeks`, `strength`, `retest`,
`milestones`, `expected_course`, `relief` (with `relief_ranking`), `hard_day`, `notices`.
"""
