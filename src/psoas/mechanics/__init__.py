"""How hips and lumbar spine share a movement: a chain of joints under the loads of a task. It explains; it never diagnoses.

In: a person's hip and lumbar ranges and a task. Out: `Share`, in which every number is a range; `WhatIf`, how it would change.
Nothing here changes a plan.

    subject, tasks, posture  what is asked; task_check: whether it is possible
    parameters, data/        the numbers, each with source and status
    bodies, hip, weight      a body as springs and masses
    chain, balance           the chain and where it comes to rest
    full_bend, columns       a body made to do the full bend that was read; what is known of people, as columns
    rotation                 turning while seated
    uncertainty, joint_angles, share_estimate, what_if      many possible bodies, and what they say together
    envelope, coverage, assumptions                         what an answer is worth, and for whom nobody has looked
    bend, picture, share_change, reference_bend, sentences  what a page shows and says, also where the model cannot run
    agreement                                               whether its numbers say what the catalogue says
    kernel, solver, compilation, population                 the same for many people, compiled
    people_table, arrow, model_inputs                       people as a table, for researchers

What it was held against stands beside the tests (`tests/loadsharing`) and is printed as docs/clinical/load-sharing.md.
Signs: forward and flexion are positive, from the person's own standing. Degrees and newton metres.
"""
