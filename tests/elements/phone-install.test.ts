/** Which picture of installing is shown to whom. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceToInstallOn } from "../../src/psoas/browser/page/offers.ts";

test("phones and tablets are told apart from computers, whatever a tablet calls itself", () => {
  const seen = [
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)", 5, "ios"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari", 5, "ios"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari", 0, null],
    ["Mozilla/5.0 (Linux; Android 14; Pixel 8)", 5, "android"],
    ["Mozilla/5.0 (X11; Linux x86_64)", 10, null],
  ] as const;
  for (const [agent, touches, device] of seen) assert.equal(deviceToInstallOn(agent, touches), device, agent);
});
