-- Posts a diary entry with a key of its own each time. TOKEN, COOKIE, DAY, RUN and POST_PATH come from the environment; with VARIED
-- each entry tells other numbers than the one before, so that each has to be thought over.
local token, cookie, day, run = os.getenv("TOKEN"), os.getenv("COOKIE"), os.getenv("DAY"), os.getenv("RUN")
local path, varied, thread, count = os.getenv("POST_PATH"), os.getenv("VARIED"), 0, 0

function setup(made)
  made:set("mine", thread) -- each thread has its own copy of what stands in this file: its number is handed to it
  thread = thread + 1
end

function request()
  count = count + 1
  local key = string.format("bench-%s-%d-%d", run, mine, count)
  local before, after = 3, 2
  if varied then before, after = count % 6, math.floor(count / 6) % 6 end
  local pain = string.format('{"before":%d,"after":%d}', before, after)
  local body = string.format('{"key":"%s","kind":"log","entry":{"on":"%s","pain":%s}}', key, day, pain)
  return wrk.format("POST", path, {["Content-Type"] = "application/json", ["X-CSRFToken"] = token, ["Cookie"] = cookie}, body)
end
