"""What a form field tells assistive technology: its hint, its error, its length."""

from __future__ import annotations

from typing import Any


def field_aria(field: Any, hint: str | None) -> dict[str, Any]:
    """Attributes for the input of a field, for the templates."""
    described = [f"{field.id}-petunjuk"] if hint else []
    if field.errors:
        described.append(f"{field.id}-galat")
    attributes: dict[str, Any] = {"required": False}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if field.errors:
        attributes["aria-invalid"] = "true"
    return attributes
