"""Paired strategies: texts, with what they tell.

Each draws what is told first and writes the text from it, so that a test needs no reader of its own to know what to expect.
"""
