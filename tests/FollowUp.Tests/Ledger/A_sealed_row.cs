using System.Security.Cryptography;
using System.Text;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Ledger;

/// <summary>
/// Law 19: what the chain holds of a notice that came to its end. Tests <see cref="SealedRow"/> and <see cref="SealedText"/>.
/// </summary>
public sealed class A_sealed_row
{
    private static readonly Instant Now = Sample.At("2020-05-22 09:00");

    private static LedgerRow Row { get; } = new(
        new("protocol-1", 1, LadderName.Due, "week", 0, "ana"), "owner", Now, Now, "a week before", NoticeState.Sent, Now, Now, null,
        "gleb", "ana absent → gleb", "202005220100")
    {
        Address = "gleb@nia.example",
        MessageId = "4f@nia.example",
        TextDigest = "00ff",
        Reply = "250 Ok",
        Held = "held for the daily letter of Friday",
    };

    [Fact]
    public void is_the_row_itself() => SealedRow.Of(Row).ToRow().Should().Be(Row);

    [Fact]
    public void is_another_with_any_other_field() =>
        new[]
        {
            Row, Row with { Key = Row.Key with { Item = "protocol-2" } }, Row with { Key = Row.Key with { AnchorRevision = 2 } },
            Row with { Key = Row.Key with { Ladder = LadderName.Overdue } }, Row with { Key = Row.Key with { Rung = "eve" } },
            Row with { Key = Row.Key with { Occurrence = 1 } }, Row with { Key = Row.Key with { Recipient = "boris" } },
            Row with { Role = "issuer" }, Row with { Planned = Now + Duration.Epsilon }, Row with { Since = Now + Duration.Epsilon },
            Row with { Explanation = null }, Row with { State = NoticeState.Failed }, Row with { DecidedAt = Now + Duration.Epsilon },
            Row with { At = null }, Row with { Why = "" }, Row with { SentTo = "egor" }, Row with { Trace = null },
            Row with { Slot = null }, Row with { Address = "ana@nia.example" }, Row with { MessageId = null },
            Row with { TextDigest = "00fe" }, Row with { Reply = null }, Row with { Held = null },
        }.Select(row => SealedRow.Of(row).Digest()).Should().OnlyHaveUniqueItems();

    /// <summary>Another program can make it: docs/design.md §5.</summary>
    [Fact]
    public void is_sealed_as_its_description_says()
    {
        LedgerRow skipped = Row with
        {
            Explanation = null,
            State = NoticeState.Skipped,
            Why = "before assignment",
            SentTo = null,
            Trace = null,
            Slot = null,
            Address = null,
            MessageId = null,
            TextDigest = null,
            Reply = null,
            Held = null,
        };
        const string moment = "20:2020-05-22T01:00:00Z";
        const string text = "4:item10:protocol-1" + "14:anchorRevision1:1" + "6:ladder3:due" + "4:rung4:week" + "10:occurrence1:0"
            + "2:to3:ana" + "4:role5:owner" + "7:planned" + moment + "5:dueAt" + moment + "9:decidedAt" + moment + "5:state7:skipped"
            + "2:at" + moment + "3:why17:before assignment";
        SealedRow.Of(skipped).Digest().Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
