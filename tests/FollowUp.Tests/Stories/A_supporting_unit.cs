using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// docs/design.md §1, "supporting": Gleb's unit helps. It is reminded where the plan says so, it may say how far it is, and the report is
/// the owner's.
/// </summary>
public sealed class A_supporting_unit
{
    private static readonly Plan Both = new("both", new(9, 0), 2,
    [
        new(LadderName.Due, [Rung.Once("week", "-7cd", Role.Owner, Role.Supporting), Rung.Once("day", "0", Role.Owner)]),
    ]);

    [Fact]
    public void hears_beside_the_owner_and_may_speak_but_not_report() =>
        new Story(Doings.Signed("2020-03-13", "2020-03-02 08:00"), Both) { TellsLetters = true }
            .TellsHowFar("2020-03-09 10:00", "our part is translated", who: "gleb").Reports("2020-03-10 10:00", who: "gleb")
            .Signs("2020-03-10 11:00", who: "gleb")
            .Told("2020-03-13 12:00").Should().Be(
                """
                03-06 09:00 ana gets: Due in 7 days, on 13 March 2020: Revised protocol
                03-06 09:00 gleb gets: Due in 7 days, on 13 March 2020: Revised protocol
                03-09 10:00 Gleb says: our part is translated
                03-10 10:00 Gleb reports it done, and is refused: Item protocol-1 cannot be reported done by gleb: only its owner (ana) may do that.
                03-10 11:00 Gleb signs for it, and is refused: Item protocol-1 cannot be signed for by gleb: only its owner (ana) may do that.
                03-13 09:00 ana gets: Due today: Revised protocol
                """);
}
