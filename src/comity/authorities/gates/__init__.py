"""Gates: pure functions of facts and a day. Each passes, fails or does not know, with the reasons."""
