using System.Buffers.Text;
using System.Text;
using FollowUp.Answers;
using FollowUp.Feeds;
using FollowUp.Items;

namespace FollowUp.Tests.Feeds;

/// <summary>
/// Tests <see cref="FeedToken"/>, <see cref="FeedScope"/>, <see cref="FeedKind"/> and <see cref="SignedText"/>: who can write the secret
/// of a calendar's address has a key, and each can be written in one way.
/// </summary>
public sealed class A_feed_token(ITestOutputHelper output)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private static readonly LinkKeys Keys = new(KeyOf(1), KeyOf(2));

    private static readonly FeedScope[] Scopes =
    [
        FeedScope.OfPerson("ana", 1), FeedScope.OfPerson("ana", 2), FeedScope.OfAgreement("minutes", "zh", 1),
        FeedScope.OfAgreement("minutes", "en", int.MaxValue), FeedScope.OfPerson(new('a', 40), int.MaxValue),
        FeedScope.OfAgreement(new('-', 40), "ru", 7),
    ];

    [Fact]
    public void says_what_it_was_made_for_and_is_the_same_whenever_it_is_made()
    {
        string[] tokens = [.. Scopes.Select(scope => FeedToken.Sign(scope, Keys))];

        tokens.Select(token => FeedToken.Read(token, Keys)).Should().Equal(Scopes);
        tokens.Should().Equal(Scopes.Select(scope => FeedToken.Sign(scope with { }, Keys))).And.OnlyHaveUniqueItems();
        tokens.Should().OnlyContain(token => token.Length <= FeedToken.LengthMax);
    }

    [Fact]
    public void is_none_where_anything_of_it_was_changed()
    {
        string[] real = [.. Scopes.Select(scope => FeedToken.Sign(scope, Keys))];
        int tried = 0;
        Seeds.Each(1, random =>
        {
            output.WriteLine($"{Seeds.Variable}={Environment.GetEnvironmentVariable(Seeds.Variable) ?? "of the clock"}");
            for (; tried < 200_000; tried++)
            {
                string mutated = Mutate(random.One(real), random.One(real), random);
                if (!real.Contains(mutated) && FeedToken.Read(mutated, Keys) is { } read)
                {
                    read.Should().BeNull(mutated);
                }
            }
        });
        tried.Should().Be(200_000);
    }

    /// <summary>One key signs both, and neither opens the other's door.</summary>
    [Fact]
    public void is_no_link_of_a_letter_and_a_link_is_no_calendar()
    {
        AgreedItem item = Sample.Item("2020-05-29", "2020-05-11 09:00");
        string link = AnswerToken.Sign(AnswerScope.For(item, AnswerAction.Complete, "ana", Sample.At("2020-05-11 10:00")), Keys);
        string feed = FeedToken.Sign(Scopes[0], Keys);

        FeedToken.Read(link, Keys).Should().BeNull();
        FeedToken.Read($"f1{link[2..]}", Keys).Should().BeNull();
        AnswerToken.Read(feed, Keys).Should().BeNull();
        AnswerToken.Read($"v1{feed[2..]}", Keys).Should().BeNull();
    }

    /// <summary>What our own key signs is not taken on trust: a scope that nothing here writes opens nothing.</summary>
    [Theory]
    [InlineData("person ana - 0")]
    [InlineData("person ana - 01")]
    [InlineData("person ana - -1")]
    [InlineData("person ana - 99999999999")]
    [InlineData("person ana -")]
    [InlineData("person ana - 1 ")]
    [InlineData("person Ana - 1")]
    [InlineData("person  - 1")]
    [InlineData("person ../x - 1")]
    [InlineData("office ana - 1")]
    [InlineData("agreement minutes EN 1")]
    public void of_what_nobody_was_given_is_none(string text)
    {
        string signed = $"f1.{Keys.Current.Name}.{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text))}";
        FeedToken.Read($"{signed}.{Base64Url.EncodeToString(Keys.Current.Sign(Encoding.ASCII.GetBytes(signed)))}", Keys).Should().BeNull();
    }

    [Fact]
    public void lives_while_its_key_is_one_of_two()
    {
        string token = FeedToken.Sign(Scopes[0], new(KeyOf(1), null));
        LinkKeys second = new(KeyOf(2), KeyOf(1)), third = new(KeyOf(3), KeyOf(2));

        FeedToken.Read(token, second).Should().Be(Scopes[0]);
        FeedToken.Read(token, third).Should().BeNull();
        (FeedToken.IsOfOtherKey(token, second), FeedToken.IsOfOtherKey(token, third), FeedToken.IsOfOtherKey("f1.x", third))
            .Should().Be((false, true, false));
    }

    private static LinkKey KeyOf(byte seed) => new([.. Enumerable.Repeat(seed, 32)]);

    private static string Mutate(string token, string other, Random random)
    {
        int at = random.Next(token.Length);
        string[] parts = token.Split('.'), others = other.Split('.');
        return random.Next(6) switch
        {
            0 => token[..at] + random.One(Alphabet.ToCharArray()) + token[(at + 1)..],
            1 => token.Remove(at, 1),
            2 => token.Insert(at, random.One(Alphabet.ToCharArray()).ToString()),
            3 => token[..at] + (char)(token[at] ^ (1 << random.Next(7))) + token[(at + 1)..],
            4 => $"{parts[0]}.{parts[1]}.{others[2]}.{parts[3]}",
            _ => $"{parts[0]}.{Keys.Previous!.Name}.{parts[2]}.{parts[3]}",
        };
    }
}
