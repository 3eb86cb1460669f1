"""How hips and lumbar spine share a movement: a chain of joints under the loads of a task. It explains; it never diagnoses.

In: a person's hip and lumbar ranges and a task. Out: `Share`, in which every number is a range; `WhatIf`, how it would change.
Nothing here changes a plan.

    person, tasks            what is asked
    parameters, data/        the numbers, each with source and status
    bodies, hip, weight      a body as springs and masses
    chain, balance           the chain and where it comes to rest
    rotation                 turning while seated
    uncertainty, motion, sharing, whatif     many possible bodies, and what they say together
    bend, change, seen       what a page shows of it, also where the model cannot run
    kernel, constrained, population          the same for populations, compiled
    consistency, studies, peers, choices, validation     what the model was held against, with passes and failures

Signs: forward and flexion are positive. Degrees and newton metres.
"""
