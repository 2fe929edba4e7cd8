-- 0025_people_by_sign_in: the office sorts accounts by sign-in too.
--
-- The accounts of each role and state are one range of an index in either order; the list merges
-- the first of each. So indexes of a role or a state alone have no use any more.

ALTER TABLE users
    ADD KEY ix_users_role_id_state_last_signed_in_at_id (role_id, state, last_signed_in_at, id),
    DROP KEY ix_users_state_id,
    DROP KEY ix_users_role_id;
