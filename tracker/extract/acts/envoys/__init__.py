"""What happens to envoys: appointed, accredited, recalled, expelled, summoned.

Who acts on whom is told by the words more than by the grammar: the envoy of the sentence is the one sent, and the
minister, ministry or country beside him is the other side. The parse is asked first, the words of the clause then.

    who            the envoys of a sentence, those who are none, and where an envoy serves
    postings       appointments
    credentials    accreditations
    recalls        recalls
    expulsions     expulsions
    summonses      summonses, and protests handed over
"""

from tracker.extract.acts.envoys.credentials import accreditations
from tracker.extract.acts.envoys.expulsions import expulsions
from tracker.extract.acts.envoys.postings import appointments
from tracker.extract.acts.envoys.recalls import recalls
from tracker.extract.acts.envoys.summonses import summonses

__all__ = ["accreditations", "appointments", "expulsions", "recalls", "summonses"]
