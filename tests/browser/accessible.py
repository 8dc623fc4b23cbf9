"""What axe-core finds on a page."""

from __future__ import annotations

from playwright.sync_api import Page


def faults(page: Page, axe: str) -> list[str]:
    """Return the rules that a page breaks, each with the places where it does.

    Parameters
    ----------
    page : as it stands.
    axe : the source of axe-core; it is evaluated beside the page, whose policy allows no other
        script.
    """
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found["violations"]
        for node in rule["nodes"][:3]
    ]
