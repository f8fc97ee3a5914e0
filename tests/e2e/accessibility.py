"""axe-core on the page that is open, by day and by night: nothing serious or critical may be found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from tests.support.repository import ROOT

AXE = ROOT / "web_client" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")
SCHEMES = ("light", "dark")
ROOM = ("dark",)  # the room is dark by day, too
# A colour that is on its way from day to night is neither; what turns without end is not waited for.
_SETTLED = """async () => {
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const ending = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map((one) => one.finished.catch(() => null)));
}"""
_RUN = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"


def check(page: Page, name: str, schemes: Sequence[str] = SCHEMES) -> None:
    """Raises AssertionError that names each fault, where it is and in which scheme."""
    faults = [fault for scheme in schemes for fault in _faults(page, scheme)]
    assert not faults, f"{name}: {faults}"


def _faults(page: Page, scheme: Any) -> list[str]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function("scheme => document.documentElement.dataset.mantineColorScheme === scheme", arg=scheme)
    page.evaluate(_SETTLED)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    return [
        f"{scheme}: {found['id']} ({found['help']}) at {[node['target'] for node in found['nodes'][:4]]}"
        for found in page.evaluate(_RUN)
        if found["impact"] in GRAVE
    ]
