"""The hatch: documents in and out, tables, calendars, the therapist's sheet, and what clinics' systems exchange.

In: bytes from outside. Out: values of the rooms, or one `BadInput` that names the field and what is allowed; and the way back.

    documents    json_text (what counts as JSON here), schema, nulls (where null says absent), documents, export, archive,
                 handover, passphrase
    elsewhere    diary_table, calendar
    therapist    sheet, then its parts medical_history, precautions, findings, progress_note, agenda; summary puts them
                 together, pdf sets them
    clinics      observation, fhir

`document_check` asks whether what was read makes sense here, `upgrade` brings forward what earlier versions wrote,
`atomic_file` writes whole or not at all, `handover` and `passphrase` open what was sealed, `step_counts` reads a phone's
health file.
"""
