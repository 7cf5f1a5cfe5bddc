"""The arithmetic: arrays in, a frozen result out; knows no country, no file, no clock."""
