import numpy as np

from comity.assess.scoring_peers import fill_from_peers, peer_groups

PEERS = ("ETH", "MOZ", "RWA", "UGA", "FRA")  # four low-income African states, and one far away


def test_peers_share_region_and_income():
    fine, broad = peer_groups(PEERS, 2022)
    assert fine[0] == [0, 1, 2, 3]
    assert fine[4] == [4]
    assert broad[0] == [0, 1, 2, 3]


def test_the_median_of_at_least_three_peers_stands_in():
    scaled = np.array([[np.nan, np.nan], [1.0, 1.0], [2.0, 2.0], [9.0, np.nan], [50.0, 50.0]])
    filled = fill_from_peers(scaled, PEERS, 2022)
    assert scaled[0, 0] == 2.0
    assert np.isnan(scaled[0, 1])
    assert filled.sum() == 1
