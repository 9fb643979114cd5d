"""What happened or is set to happen.

==========  ====================
``events``  the events of a text
==========  ====================
"""
