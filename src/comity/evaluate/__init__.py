"""Did it work, for whom, under what conditions, and how sure are we?"""
