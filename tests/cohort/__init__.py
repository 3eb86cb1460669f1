"""The virtual cohort: described people live eight weeks by the weekly loop, and what becomes of them is measured.

    described, population   who they are                         -> Person
    behaviour               what they do and log of a day        -> Entry
    life                    plan, eight weeks, adapt and apply   -> Life
    load, themes            what a week asks                     Life -> figures
    unsafe                  decisions that must never be taken   Life -> sentences
    result                  all of it as one small value         Life -> Result
    crowd                   many lives in parallel, seeded       -> Results
    targets, page           held against what is right           Results -> lines, a page

It is no product code: it tests the policy as a whole, as people would live it, where specs test one rule at a time. The
people are invented; no figure here says anything about what the exercises do to a body.
"""
