"""The pages: thin doors over `journey` and `records`.

In: a request. Out: a page. Each folder is one family of pages with its views, forms, urls and templates; the families are
strangers to each other (a contract keeps them so), and what several of them use stands here, above them:

    situation       plan, diary and what adaptation makes of them, read once for a request; `plan_making` makes a plan of it
    next_step       the one next step of a day; `proposals` what waits to be accepted; `form_day` the day a form is about
    safety_form     the safety questions, on whichever page they are asked; `safety_answers` what an answer does
    parcel          what the outbox sends; `page_cache` a page as it was drawn
    fields, words, doses, card                      what forms, texts and cards are made of
    request_rules, access, fetch_metadata, error_pages      what every request passes, and what is said when one fails

Read `settings`, `urls`, `situation`, then a family: `intake`, `today`, `diary`.
"""
