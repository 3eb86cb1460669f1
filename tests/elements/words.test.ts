import assert from "node:assert/strict";
import { test } from "node:test";
import english from "../../src/psoas/browser/page/words.json" with { type: "json" };
import { fill, language, SAYS, speak } from "../../src/psoas/browser/page/words.ts";

const said = Object.fromEntries(Object.entries(english).map(([name, words]) => [name, words.toUpperCase()])) as typeof english;
const LANGUAGES = { en: { direction: "ltr", says: english }, de: { direction: "ltr", says: said } };

test("the shell speaks what was asked for, and says every sentence in it", () => {
  speak(LANGUAGES, "de");
  assert.equal(language(), "de");
  assert.equal(SAYS.starting, english.starting.toUpperCase());
});

test("a country of a language is content with the language", () => {
  speak(LANGUAGES, "en-GB");
  assert.equal(language(), "en");
  assert.equal(SAYS.starting, english.starting);
});

test("a gap is filled by its name, and one without a filling stays to be seen", () => {
  assert.equal(fill("As it was on {day}. {what}", { day: "Monday" }), "As it was on Monday. {what}");
});
