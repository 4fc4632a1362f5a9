using FollowUp.Tables.Sqlite;
using FollowUp.Tests;

namespace FollowUp.TableService.Tests.Files;

public sealed class The_order_of_keys
{
    private static readonly string[] Letters =
        ["a", "b", "~", "é", "ж", "中", "\uD7FF", "\uD800", "\uDC00", "\uDFFF", "😀", "\U0010FFFF", "\uE000", "\uFFFF", "\0"];

    [Fact]
    public void is_that_of_their_bytes() => Seeds.Each(2_000, random =>
    {
        (string one, string other) = (Any(random), Any(random));
        Math.Sign(KeyBytes.Encode(one).AsSpan().SequenceCompareTo(KeyBytes.Encode(other)))
            .Should().Be(Math.Sign(string.CompareOrdinal(one, other)));
        KeyBytes.Decode(KeyBytes.Encode(one)).Should().Be(one);
    });

    private static string Any(Random random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => random.One(Letters)));
}
