"""Life with a fusion: the stages and the everyday guides."""

from collections.abc import Iterator, Mapping

from psoas.catalogue.catalogue import load
from psoas.catalogue.fusion_path import Guide, Stage
from sheets.markdown import UNSIGNED, bullets, page

TOPICS = {
    "moving": "Everyday things",
    "levels": "Number and place of levels",
    "knowing": "Good to know",
    "calling": "When to call",
}


def pages() -> Mapping[str, str]:
    """One page."""
    catalogue = load()
    stages = [part for stage in catalogue.stages.values() for part in _stage(stage)]
    guides = [part for topic, title in TOPICS.items() for part in _topic(title, topic, list(catalogue.guides.values()))]
    intro = (
        "Advice for reading. What a plan holds is decided by the [matrix](matrix.md) alone; the surgeon's sheet comes first."
    )
    return {"after-fusion.md": page("# Living with a fusion", UNSIGNED, intro, *stages, *guides)}


def _stage(stage: Stage) -> Iterator[str]:
    yield f"## {stage.name}: {stage.weeks}"
    yield f"{stage.says} *({', '.join(stage.sources)}; {stage.status})*"
    yield bullets(
        [
            *(f"Expect: {text}" for text in stage.expect),
            *(f"Aim: {text}" for text in stage.aims),
            *(f"Waits: {text}" for text in stage.waits),
            f"Before the next stage: {stage.steps_on}",
            f"Movements: {', '.join(f'`{name}`' for name in stage.exercises)}",
            f"Habits: {', '.join(f'`{name}`' for name in stage.habits)}",
        ]
    )


def _topic(title: str, topic: str, guides: list[Guide]) -> Iterator[str]:
    yield f"## {title}"
    for guide in guides:
        if guide.topic == topic:
            whom = f" For: {', '.join(f'`{row}`' for row in guide.when)}." if guide.when else ""
            yield f"### {guide.name}"
            yield f"{guide.says}{whom} *({', '.join(guide.sources)}; {guide.status})*"
            yield bullets(guide.steps)
