"""The words pages use for what documents name by id."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

Names = Mapping[str, Any]
"""By id: text, or text that is translated when it is shown."""

WEEKDAY_NAMES: Names = {
    "mon": _("Mon"),
    "tue": _("Tue"),
    "wed": _("Wed"),
    "thu": _("Thu"),
    "fri": _("Fri"),
    "sat": _("Sat"),
    "sun": _("Sun"),
}
STOPS: Names = {"new-pain-after-cancer": _("Pain that nobody has looked at yet")}
PROFESSIONS: Names = {
    "physician": _("A doctor"),
    "physiotherapist": _("A physiotherapist"),
    "surgeon": _("A surgeon"),
    "nurse": _("A nurse"),
    "midwife": _("A midwife"),
    "emergency-department": _("An emergency department"),
}
OPERATIONS: Names = {
    "lumbar-fusion": _("Fusion of the lower back"),
    "decompression": _("Decompression or laminectomy (space made for a nerve)"),
    "discectomy": _("Discectomy (part of a disc removed)"),
    "disc-replacement": _("Artificial disc"),
    "hip-replacement": _("Hip replacement"),
    "knee-replacement": _("Knee replacement"),
    "abdominal-or-pelvic": _("Operation in the belly or pelvis"),
    "caesarean": _("Caesarean birth"),
    "other": _("Another operation on the back, hip, leg or belly"),
}
SIDED_OPERATIONS = ("hip-replacement", "knee-replacement")
SPINE_OPERATIONS = ("lumbar-fusion", "decompression", "discectomy", "disc-replacement")
LEVELS: Names = {
    "L1-L2": "L1–L2",
    "L2-L3": "L2–L3",
    "L3-L4": "L3–L4",
    "L4-L5": "L4–L5",
    "L5-S1": "L5–S1",
    "T12-L1": "T12–L1",
    "sacrum-pelvis": _("Sacrum or pelvis"),
    "thoracic": _("Upper back"),
    "cervical": _("Neck"),
    "unknown": _("I don’t know"),
}
EQUIPMENT: Names = {
    "chair": _("A sturdy chair without wheels"),
    "wall": _("A free stretch of wall"),
    "worktop": _("A worktop or heavy table to hold"),
    "bed": _("A firm bed"),
    "mat": _("A mat or thick carpet"),
    "table": _("A table strong enough to lie on"),
    "step": _("A step or stair"),
    "band": _("An elastic band"),
    "weight": _("A weight, or a bag to fill"),
    "foam-roller": _("A foam roller"),
    "ball": _("A small firm ball"),
    "bike": _("A bike or exercise bike"),
}
EQUIPMENT_SHORT: Names = {
    "chair": _("chair"),
    "wall": _("wall"),
    "worktop": _("worktop"),
    "bed": _("bed"),
    "mat": _("mat"),
    "table": _("table"),
    "step": _("step"),
    "band": _("band"),
    "weight": _("weight"),
    "foam-roller": _("foam roller"),
    "ball": _("ball"),
    "bike": _("bike"),
}
POSTURES: Names = {
    "sitting": _("on a chair"),
    "standing": _("standing"),
    "walking": _("walking"),
    "supine": _("on the back"),
    "prone": _("on the front"),
    "side-lying": _("on the side"),
    "half-kneeling": _("half kneeling"),
    "hands-and-knees": _("hands and knees"),
    "floor-sitting": _("sitting on the floor"),
    "cycling": _("cycling"),
}
SURFACES_TO_HAVE: Names = {"chair": "chair", "bed": "bed", "floor": "mat"}
"""What to have ready for a movement on this surface."""
AVOID: Names = {
    "kneeling": _("Kneeling"),
    "floor": _("The floor altogether"),
    "prone": _("Lying on the front"),
    "supine": _("Lying on the back"),
    "side-lying": _("Lying on the side"),
    "hands-and-knees": _("Hands and knees"),
    "single-leg": _("Standing on one leg"),
    "arms-overhead": _("Arms above the head"),
}
SITTING_WINDOWS: Names = {
    "09:00-12:30": _("Mornings, 9–12:30"),
    "13:00-17:30": _("Afternoons, 13–17:30"),
    "18:30-22:00": _("Evenings, 18:30–22"),
    "22:00-06:00": _("Nights, 22–6"),
}
KINDS: Names = {
    "mobility": _("Mobility"),
    "strength": _("Strength"),
    "cardio": _("Cardio"),
    "walking": _("Walk"),
    "release": _("Release"),
    "breathing": _("Breathing"),
    "balance": _("Balance"),
}
PARTS_OF_DAY: Names = {
    "morning": _("Morning"),
    "midday": _("Midday"),
    "evening": _("Evening"),
    "any": _("Any time"),
}
FOCUS: Names = {
    "morning-mobilisation": _("morning mobilisation"),
    "micro-breaks": _("one-minute breaks"),
    "core-basics": _("core basics"),
    "hip-strength": _("hip strength"),
    "cardio": _("walking or cycling for longer"),
    "dynamic": _("dynamic drills"),
    "evening-release": _("evening flexibility and release"),
    "challenge": _("a little more challenge"),
    "ergonomics-and-stress": _("desk set-up and calm"),
    "keep-well": _("walking on, strength twice a week, something fresh each week"),
}
SIDES: Names = {"left": _("left"), "right": _("right"), "both": ""}
SYMPTOMS: Names = {
    "leg-symptoms-spreading": _("Tingling, numbness or pain going further down a leg"),
    "giving-way": _("A leg gave way"),
    "dizzy": _("Dizzy or faint"),
    "groin-pinch": _("A pinch deep in the groin"),
}
FELT: Names = {
    "better": _("Better after it"),
    "same": _("Much the same"),
    "worse": _("Worse after it"),
    "sharp": _("Sharp pain"),
    "shooting": _("Shooting pain"),
}
CHANGES: Names = {
    "progress": _("A little more"),
    "hold": _("As it was"),
    "ease": _("Easier for some days"),
    "restore": _("Back to your dose"),
    "reduce": _("A little less"),
    "replace": _("Something gentler instead"),
    "stop": _("Stopped for now"),
}
PAGES: Names = {
    "safety-1": _("Nerves"),
    "safety-2": _("Hips, heart and circulation"),
    "safety-3": _("Unwell, weak or swollen"),
    "safety-4": _("The last months"),
    "safety-5": _("The pain itself"),
    "safety-6": _("A few more questions for you"),
    "you": _("Year of birth and sex"),
    "pain": _("The pain"),
    "health": _("Your health"),
    "conditions": _("Conditions"),
    "operations": _("Operations"),
    "pregnancy": _("Pregnancy and birth"),
    "moving": _("Standing and walking"),
    "falls": _("Falls and balance"),
    "floor": _("Getting down to the floor"),
    "time": _("Minutes a day"),
    "days": _("Training days"),
    "sitting": _("When you sit"),
    "have": _("What you have at hand"),
    "more": _("Walks, breaks, positions to leave out, goals"),
    "ahead": _("An operation that is planned"),
}
PLAN_REASONS: Names = {
    "made": _("made"),
    "adapted": _("adapted to the log"),
    "undone": _("a change undone"),
    "edited": _("changed by you"),
    "remade": _("made anew"),
    "imported": _("brought from elsewhere"),
}
OWN_SOURCES: Names = {
    "source-plan": _("The plan Psoas began with"),
    "psoas-opinion": _("Psoas, unsigned opinion"),
    "own-clinician": _("A clinician who examined this person, as entered here"),
    "customary": _("Customary in falls, osteoporosis and rehabilitation programmes"),
}
"""What we cite of our own has no author and no journal: it is said in the person's language."""
FAMILIES: Names = {
    "breathing": _("Breathing"),
    "pelvic-awareness": _("Feeling the pelvis"),
    "hip-flexors": _("Front of the hip"),
    "hip-rotators": _("Turning the hip"),
    "hip-flexion": _("Bending the hip"),
    "hamstrings": _("Back of the thigh"),
    "adductors": _("Inside of the thigh"),
    "ankle": _("Ankle"),
    "glutes": _("Buttocks"),
    "abductors": _("Side of the hip"),
    "trunk-brace": _("Steady trunk"),
    "back-extensors": _("Back muscles"),
    "trunk-rotation": _("Turning the trunk"),
    "side-stretch": _("Side of the trunk"),
    "hinge": _("Bending from the hips"),
    "squat": _("Squat and stand up"),
    "steps": _("Steps"),
    "balance": _("Balance"),
    "transfers": _("Getting up and down"),
    "release": _("Ball and roller"),
    "walking": _("Walking"),
    "cycling": _("Cycling"),
}
GRADES: Names = {
    "moderate": _("moderate certainty"),
    "low": _("low certainty"),
    "very-low": _("very low certainty"),
    "customary": _("customary practice, little tested"),
    "opinion": _("opinion, not evidence"),
}
SIDES_LONG: Names = {"left": _("Left"), "right": _("Right"), "both": _("What you found")}
UNITS: Names = {"deg": _("degrees"), "s": _("seconds"), "count": _("times")}
POSITIONS: Names = {
    "seated": _("Seated"),
    "prone": _("On the front"),
    "supine": _("On the back"),
    "standing": _("Standing"),
    "half-kneeling": _("Half kneeling"),
}
DEVICES: Names = {
    "phone": _("A phone’s level"),
    "goniometer": _("A goniometer"),
    "camera": _("A camera"),
    "self": _("By eye"),
    "timer": _("A watch"),
    "mocap": _("A motion laboratory"),
}
MEASURES: Names = {
    "hip-flexion": _("Hip: bending"),
    "hip-extension": _("Hip: reaching back"),
    "hip-abduction": _("Hip: out to the side"),
    "hip-adduction": _("Hip: across the middle"),
    "hip-internal-rotation": _("Hip: turning in"),
    "hip-external-rotation": _("Hip: turning out"),
    "straight-leg-raise": _("Straight leg raise"),
    "lumbar-flexion": _("Lower back: bending"),
    "lumbar-extension": _("Lower back: arching"),
    "trunk-bend-t12": _("Bending, upper marker"),
    "trunk-bend-s1": _("Bending, lower marker"),
    "seated-rotation": _("Turning the trunk, seated"),
    "sit-to-stand-30s": _("Stand up and sit down in 30 s"),
    "single-leg-stance": _("Standing on one leg"),
    "tandem-stance": _("Standing heel to toe"),
    "bridge-hold": _("Holding a bridge"),
    "side-plank": _("Side plank"),
}
BANDS: Names = {
    "within-1-sd": _("as most people of your age"),
    "1-to-2-sd-below": _("less than most people of your age"),
    "over-2-sd-below": _("clearly less than most people of your age"),
    "no-norm": _("no published range fits"),
}
TOPICS: Names = {
    "daily-life": _("Daily life"),
    "dose": _("How much, and what to expect"),
    "fusion": _("After fusion"),
    "measurement": _("Measuring"),
    "mechanics": _("Mechanics"),
    "norms": _("Ranges"),
    "outcomes": _("What is worth having"),
    "project": _("This project’s own choices"),
    "safety": _("Safety"),
    "sharing": _("How hips and back share movement"),
    "tests": _("Tests"),
}
READINGS: Names = {
    "real": _("real change"),
    "small": _("too small to tell"),
    "few": _("not enough days"),
    "counted": _("counted"),
}
PATTERNS: Names = {
    "squat-or-rise": _("Rising and squatting"),
    "hinge": _("Bending from the hips"),
    "bridge": _("Bridge"),
    "hip-abduction": _("Side of the hip"),
    "anti-rotation": _("Bracing against turning"),
    "anti-extension": _("Bracing against arching"),
    "side-brace": _("Bracing to the side"),
}
VERDICTS: Names = {
    "helps": _("Helps you"),
    "worsens": _("Makes it worse"),
    "no-clear-effect": _("No clear effect"),
    "too-few": _("Too few times to say"),
}
MUSCLES: Names = {
    "iliopsoas": _("hip flexor (iliopsoas)"),
    "rectus-femoris": _("front of the thigh (rectus femoris)"),
    "hamstrings": _("back of the thigh (hamstrings)"),
    "adductors": _("inner thigh (adductors)"),
    "gluteus-maximus": _("large buttock muscle (gluteus maximus)"),
    "gluteus-medius": _("side of the hip (gluteus medius)"),
    "deep-external-rotators": _("deep hip rotators"),
    "tensor-fasciae-latae": _("outer front of the hip (tensor fasciae latae)"),
    "quadriceps": _("front of the thigh (quadriceps)"),
    "calf": _("calf"),
    "tibialis-anterior": _("shin (tibialis anterior)"),
    "transversus-abdominis": _("deep belly muscle (transversus abdominis)"),
    "rectus-abdominis": _("front of the belly (rectus abdominis)"),
    "obliques": _("sides of the belly (obliques)"),
    "erector-spinae": _("long back muscles (erector spinae)"),
    "multifidus": _("short back muscles (multifidus)"),
    "quadratus-lumborum": _("side of the lower back (quadratus lumborum)"),
    "latissimus-dorsi": _("broad back muscle (latissimus dorsi)"),
    "thoracic-rotators": _("muscles that turn the upper back"),
    "shoulder-girdle": _("shoulder girdle"),
    "diaphragm": _("diaphragm"),
    "pelvic-floor": _("pelvic floor"),
    "heart-and-lungs": _("heart and lungs"),
}
