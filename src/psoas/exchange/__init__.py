"""The hatch: documents in and out, tables, calendars, the therapist's sheet, and what clinics' systems exchange.

In: bytes from outside. Out: values of the rooms, or one `BadInput` that names the field and what is allowed; and the way back.

    documents    json_text (what counts as JSON here), schema, nulls (where null says absent), documents, bundle, archive,
                 handover, passphrase
    elsewhere    tables, calendar
    therapist    sheet, then its parts told, bounds, findings, history, agenda; summary puts them together, pdf sets them
    clinics      observation, fhir
`check` asks whether what was read makes sense here, `former` brings forward what earlier versions wrote, `files` writes whole
or not at all, `handover` and `passphrase` open what was sealed, `steps` reads a phone's health file.
"""
