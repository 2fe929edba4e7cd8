from tests.support.database import Database
from tests.support.people import Maker, campus, degree
def test_x(db: Database) -> None:
    make = Maker(db)
    cs = degree(db, "Mentor CS")
    s = make.student("A", "B", degree_id=cs, skills={"Python": "expert", "SQL": "beginner"})
    a = make.alumnus("C", "D", degree_id=cs, skills={"Python": "expert", "SQL": "beginner"}, current_company="Acme")
    print(db.call("mentoring_offer_save", a, 1, "guidance, mentorship", 3))
    print(db.call("mentor_suggestions", s))
    print(db.call("mentor_suggestions", s, "mentorship", "acme"))
    r = db.call("reference_request", s, a, "guidance", "Purpose", "Acme", None, "Hello").request
    print(r)
    print(db.call("reference_answer", a, r.id, "accept", "ok"))
    print(db.call("reference_goal_save", a, r.id, None, "goal"))
    print(db.call("reference_read", s, r.id))
    print(db.call("reference_list", s))
    print(db.call("reference_list", a))
    print(db.call("reference_form_read", s, a))
    print(db.call("reference_complete", s, r.id))
    print(db.call("reference_rate", s, r.id, 4, "good"))
    r = db.call("reference_request", s, a, "guidance", "Purpose", "Acme", None, "Hello").request
    db.rows("UPDATE reference_requests SET expires_at = UTC_TIMESTAMP() WHERE id = %s", r.id)
    print(db.call("references_expire_due"))
    print(db.call("reference_read", s, r.id))
    print(db.rows("SELECT template, data FROM mail_outbox"))
