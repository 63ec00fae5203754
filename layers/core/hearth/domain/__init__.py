"""The words and rules of the game: pure, standard library only, no clock, no network."""
