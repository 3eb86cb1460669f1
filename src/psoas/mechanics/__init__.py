"""How hips and lumbar spine share a movement: a chain of joints under the loads of a task. It explains; it never diagnoses.

In: a person's hip and lumbar ranges and a task. Out: `Share`, in which every number is a range.
"""
