"""oit-audit: does a Thai local government's website show what the OIT assessment looks for?"""

__version__ = "0.1.0"
