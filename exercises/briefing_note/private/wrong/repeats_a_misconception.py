# fails: claims
def note() -> str:
    return """## Issue

The machine in the next room tries all the answers at once.

Ask: a yes by 30 January.

## Background

One [fact:strac-rule]. Two [fact:hndl-definition]. Three [fact:gri-2025-10y].

## Considerations

Uncertain: nobody knows the date.

## Recommendation

Do it.

Decides: the directorate in charge.
"""
