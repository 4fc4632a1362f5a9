using System.Buffers.Text;
using System.Text;
using FollowUp.Answers;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Tests.Answers;

/// <summary>
/// Tests <see cref="AnswerToken"/>, <see cref="ScopeText"/>, <see cref="AnswerScope"/>, <see cref="LinkKey"/> and <see cref="LinkKeys"/>:
/// who can write a token has a key, and each token can be written in one way.
/// </summary>
public sealed class An_answer_token(ITestOutputHelper output)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    private static readonly LinkKeys Keys = new(KeyOf(1), KeyOf(2));
    private static readonly Instant Issued = Sample.At("2020-05-11 10:00");
    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-05-11 09:00");
    private static readonly AnswerScope Scope = AnswerScope.For(Item, AnswerAction.Complete, "ana", Issued);

    [Fact]
    public void says_what_it_was_made_for()
    {
        foreach (string action in AnswerAction.All)
        {
            AnswerScope scope = AnswerScope.For(Item, action, "ana", Issued);
            AnswerToken.Read(AnswerToken.Sign(scope, Keys), Keys).Should().Be(scope);
        }
    }

    [Fact]
    public void of_the_same_letter_is_the_same() => AnswerToken.Sign(Scope, Keys)
        .Should().Be(AnswerToken.Sign(AnswerScope.For(Item, AnswerAction.Complete, "ana", Issued), Keys));

    [Fact]
    public void fits_where_every_id_is_as_long_as_ids_are()
    {
        string id = new('a', 40);
        AgreedItem item = Item with { Agreement = id, Id = id };
        AnswerScope scope = AnswerScope.For(item, AnswerAction.HandBack, id, Issued) with { Ownership = 50, Number = int.MaxValue };
        AnswerToken.Read(AnswerToken.Sign(scope, Keys), Keys).Should().Be(scope);
    }

    [Theory]
    [InlineData("2020-05-29", "2020-06-13 00:00", "two weeks after the due date")]
    [InlineData("2021-05-29", "2020-08-09 10:00", "ninety days after the letter")]
    [InlineData("2020-03-02", "2020-05-25 10:00", "two weeks after a letter that comes late itself")]
    public void ends(string dueOn, string end, string when) =>
        AnswerScope.For(Sample.Item(dueOn, "2020-01-06 09:00"), AnswerAction.Complete, "ana", Issued).ExpiresAt
            .Should().Be(Sample.At(end), when);

    /// <summary>Law 17: of a million that are nearly right none opens anything.</summary>
    [Fact]
    public void that_was_changed_in_any_way_is_none()
    {
        string[] real = [.. AnswerAction.All.Select(action => AnswerToken.Sign(AnswerScope.For(Item, action, "ana", Issued), Keys))];
        int tried = 0;
        Seeds.Each(1, random =>
        {
            output.WriteLine($"{Seeds.Variable}={Environment.GetEnvironmentVariable(Seeds.Variable) ?? "of the clock"}");
            while (tried < 1_000_000)
            {
                string mutated = Mutate(random.One(real), random.One(real), random);
                if (!real.Contains(mutated))
                {
                    tried++;
                    AnswerScope? read = AnswerToken.Read(mutated, Keys);
                    if (read is not null)
                    {
                        read.Should().BeNull(mutated);
                    }
                }
            }
        });
        tried.Should().Be(1_000_000);
    }

    [Fact]
    public void has_one_form_alone()
    {
        string token = AnswerToken.Sign(Scope, Keys);
        string[] parts = token.Split('.');
        string[] others =
        [
            "", ".", "...", "v1...", token + "=", token + ".", "." + token, token.ToUpperInvariant(), " " + token, token + "\n",
            token.Replace('.', ','), $"v2.{parts[1]}.{parts[2]}.{parts[3]}", $"v1.{parts[1]}.{parts[2]}=.{parts[3]}",
            $"v1.{parts[1]}.{parts[3]}.{parts[2]}", $"v1.{parts[1]}.{parts[2]}.{parts[3]}{parts[3]}",
            .. "BCD".Select(letter => token[..^1] + Next(token[^1], letter - 'A')), new('a', AnswerToken.LengthMax + 1),
            new('.', 300), token.Replace('-', '+').Replace('_', '/') + "==",
        ];
        others.Where(other => other != token).Where(other => AnswerToken.Read(other, Keys) is not null).Should().BeEmpty();
    }

    /// <summary>What our own key signs is not taken on trust: a scope that nothing here writes opens nothing.</summary>
    [Theory]
    [InlineData("a b complete ana 0 0 26000000")]
    [InlineData("a b complete ana 0 0 26000000 26000060 0")]
    [InlineData("a b complete ana 00 0 26000000 26000060")]
    [InlineData("a b complete ana -1 0 26000000 26000060")]
    [InlineData("a b complete ana 0 0 26000060 26000000")]
    [InlineData("a b complete ana 0 0 26000000 26200000")]
    [InlineData("a b withdraw ana 0 0 26000000 26000060")]
    [InlineData("a B complete ana 0 0 26000000 26000060")]
    [InlineData("a b complete  0 0 26000000 26000060")]
    [InlineData("a b complete ana 99999999999 0 26000000 26000060")]
    public void of_what_no_letter_says_is_none(string text)
    {
        string signed = $"v1.{Keys.Current.Name}.{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text))}";
        string token = $"{signed}.{Base64Url.EncodeToString(Keys.Current.Sign(Encoding.ASCII.GetBytes(signed)))}";
        AnswerToken.Read(token, Keys).Should().BeNull();
    }

    [Fact]
    public void lives_while_its_key_is_one_of_two()
    {
        LinkKeys first = new(KeyOf(1), null);
        LinkKeys second = new(KeyOf(2), KeyOf(1));
        LinkKeys third = new(KeyOf(3), KeyOf(2));
        string token = AnswerToken.Sign(Scope, first);

        AnswerToken.Read(token, second).Should().Be(Scope);
        AnswerToken.Read(token, third).Should().BeNull();
        (AnswerToken.IsOfOtherKey(token, second), AnswerToken.IsOfOtherKey(token, third)).Should().Be((false, true));
        AnswerToken.IsOfOtherKey("v1.x", third).Should().BeFalse("it is no token at all");
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all, though it is long enough to be a key !!")]
    public void is_not_signed_with_what_is_no_key(string key) => LinkKey.Parse(key).Should().BeNull();

    [Fact]
    public void and_its_key_never_say_the_secret()
    {
        byte[] secret = [.. Enumerable.Range(7, 32).Select(n => (byte)n)];
        LinkKey key = LinkKey.Parse(Convert.ToBase64String(secret))!;
        $"{key} {new LinkKeys(key, null)}".Should().NotContainAny(Convert.ToBase64String(secret), Convert.ToHexStringLower(secret));
        key.Name.Should().HaveLength(8).And.NotBe(KeyOf(1).Name);
    }

    private static LinkKey KeyOf(byte seed) => new([.. Enumerable.Repeat(seed, 32)]);

    private static string Mutate(string token, string other, Random random)
    {
        int at = random.Next(token.Length);
        string[] parts = token.Split('.');
        string[] others = other.Split('.');
        return random.Next(9) switch
        {
            0 => token[..at] + random.One(Alphabet.ToCharArray()) + token[(at + 1)..],
            1 => token.Remove(at, 1),
            2 => token.Insert(at, random.One(Alphabet.ToCharArray()).ToString()),
            3 => token[..at] + (char)(token[at] ^ (1 << random.Next(7))) + token[(at + 1)..],
            4 => $"{parts[0]}.{parts[1]}.{parts[2]}.{others[3]}",
            5 => $"{parts[0]}.{Keys.Previous!.Name}.{parts[2]}.{parts[3]}",
            6 => $"{parts[0]}.{parts[1]}.{Forged(parts[2], random)}.{parts[3]}",
            7 => token[..at] + other[Math.Min(at, other.Length)..],
            _ => $"{parts[0]}.{parts[1]}.{parts[2]}.{Base64Url.EncodeToString(Bytes(random))}",
        };
    }

    /// <summary>The payload of somebody else, or for longer, under a signature that was not made for it.</summary>
    private static string Forged(string payload, Random random)
    {
        string text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(payload));
        string[] fields = text.Split(' ');
        int field = random.Next(fields.Length);
        fields[field] = int.TryParse(fields[field], out int number)
            ? $"{number + random.Next(1, 9)}"
            : random.One("boris", "talks", "grant");
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Join(' ', fields)));
    }

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[32];
        random.NextBytes(bytes);
        return bytes;
    }

    private static char Next(char letter, int by) => Alphabet[(Alphabet.IndexOf(letter) + by) % 64];
}
