# SPDX-License-Identifier: GPL-3.0-or-later
"""A swarm for each mechanism: what peers heard, what the board has of it, and what the cards of the tab say.

=====================================  =================================================================================
Mechanism                              Test
=====================================  =================================================================================
Tit for tat, optimistic slot           test_choking: test_slots_go_to_who_gives_most_one_by_chance_and_none_to_who_snubs
Anti-snubbing                          the same, and test_who_snubs_us_keeps_a_slot_that_nobody_else_needs
Seeding                                test_choking: test_a_seed_serves_by_the_rule_that_is_chosen
Rounds and slots of the profiles       test_choking: test_classic_has_five_slots_and_rounds_of_ten_seconds_…
Random first, rarest first, pipeline   test_picking: test_pieces_come_at_random_first_then_the_rarest_some_blocks_ahead
Strict priority                        test_picking: test_begun_pieces_are_finished_first
Endgame                                test_picking: test_the_last_blocks_are_asked_of_everybody_one_at_a_time
In order where all have everything     test_picking: test_order_comes_before_rarity_only_in_the_default_…
What the profiles tell libtorrent      tests/test_mechanisms.py
Words and painting of the cards        tests/ui/swarm
=====================================  =================================================================================
"""
