-- Posts a diary entry with a key of its own each time. TOKEN, COOKIE and KIND come from the environment.
local token, cookie, day = os.getenv("TOKEN"), os.getenv("COOKIE"), os.getenv("DAY")
local path, thread, count = os.getenv("POST_PATH"), 0, 0

function setup(made)
  made:set("thread", thread)
  thread = thread + 1
end

function request()
  count = count + 1
  local key = string.format("bench-%s-%d-%d-%d", token or "bare", thread, count, os.time())
  local body = string.format('{"key":"%s","kind":"log","entry":{"on":"%s","pain":{"before":3,"after":2}}}', key, day)
  return wrk.format("POST", path, {["Content-Type"] = "application/json", ["X-CSRFToken"] = token, ["Cookie"] = cookie}, body)
end
