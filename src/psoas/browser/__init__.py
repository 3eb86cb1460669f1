"""The phone edition: the same pages inside a browser, with no server behind them. `make site` builds it.

    shell            the one real page: owns the worker, shows the pages in a frame, keeps one tab at a time, offers copies
    worker           a thread with Python in it: answers a request by calling the pages as a web server would
    service worker   hands what the frame asks for to the shell, keeps this release's files; never runs Python
    store            the database in this browser's own storage: two files in turn, the newest whole one counts

In: a folder with the built site, served by any static host. Out: everything that `psoas serve` shows. What differs from the
local server lives here alone.

Read `settings`, `startup`, `gateway`, then `page/worker.ts`, `page/store.ts`, `page/shell.ts`, `page/service-worker.ts`; then
`build` with `packages` and `release`.
"""
