# fails: citations
def note() -> str:
    return """## Issue

The post must choose.

Ask: a yes by 30 January.

## Background

One [fact:strac-rule]. Two [fact:strac-rule]. Three [fact:strac-rule].

## Considerations

Uncertain: nobody knows the date.

## Recommendation

Do it.

Decides: the directorate in charge.
"""
