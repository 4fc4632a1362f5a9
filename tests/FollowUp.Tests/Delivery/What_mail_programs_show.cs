using FollowUp.Agreements;
using FollowUp.Delivery;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Tests.Letters.Rig;
using FollowUp.Values;
using MimeKit;

namespace FollowUp.Tests.Delivery;

/// <summary>
/// Names and titles of strangers, in the readings of three programs that were written by others: as they were written. Tests
/// <see cref="RecipientAddress"/>, <see cref="HeaderEncoding"/> and <see cref="LetterRenderer"/>.
/// </summary>
public sealed class What_mail_programs_show
{
    private static readonly MailboxAddress From = new("FollowUp", "followup@nia.example");

    private static readonly string[] Names =
    [
        "=?utf-8?B?SGVsbG8=?=", "=?utf-8?q?Hello?= there", "x =?utf-8?B?SGVsbG8=?= y", "a=?utf-8?B?SGVsbG8=?=b", "=?UTF-8?Q?=E2=80=AE?=",
        "«Ёлка» =?utf-8?Q?x?=", "Müller =?iso-8859-1?Q?x?= Ж", "=?utf-8?B?SGVsbG8=?=,", "\"=?utf-8?q?x?=\"", "=?gb2312?B?ytc=?=",
        "=?x?=", "=?", "?=",
        string.Join(' ', Enumerable.Repeat("=?utf-8?B?SGVsbG8=?=", 10)), string.Concat(Enumerable.Repeat("=?utf-8?q?x?=", 20)),
        "Ana, \"Law\" <x@y.example>", "a\\b\\\"c", "O'Brien (legal)", "law@nia.example", "<>", "Ana; Bob: all", "undisclosed-recipients:;",
        ".", "a.b. c", "'single'",
        "💼 emoji 👨‍👩‍👧", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "法律处（国际合作司）", "Правовой отдел", "שרה כהן", "محمد‌علی\u200f", "Ana\u00a0Li", "x\u3000y",
        "two  spaces", " led and trailed ",
        new('w', 300), new('文', 300), string.Concat(Enumerable.Repeat("💼", 150)), string.Join(' ', Enumerable.Repeat("слово", 50)),
    ];

    public static TheoryData<string> Some => [.. Names];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_the_name_of_the_reader_exactly()
    {
        IReadOnlyList<IReadOnlyList<ShownLetter>> shown =
            await MailReaders.Read([.. Names.Select(name => Bytes(LetterTo(name, "Minutes")))], Cancel);

        shown.Should().HaveSameCount(Names);
        foreach ((string name, IReadOnlyList<ShownLetter> letters) in Names.Zip(shown))
        {
            letters.Select(letter => letter.Reader).Should().Equal("mailparser", "postal-mime");
            letters.Should().AllSatisfy(letter => (letter.Name, letter.Address).Should().Be((name, "ana@nia.example"), letter.Reader));
            letters.Should().AllSatisfy(letter => letter.Text.Should().StartWith($"{TextDirection.Isolate(name)},", letter.Reader));
        }
    }

    [Fact]
    public async Task is_the_title_of_the_item_exactly()
    {
        RenderedLetter[] letters = [.. Names.Select(title => LetterTo("Ana", title))];
        IReadOnlyList<IReadOnlyList<ShownLetter>> shown = await MailReaders.Read([.. letters.Select(Bytes)], Cancel);

        foreach ((RenderedLetter letter, IReadOnlyList<ShownLetter> read) in letters.Zip(shown))
        {
            read.Should().AllSatisfy(one => one.Subject.Should().Be(letter.Subject, one.Reader));
            read.Should().AllSatisfy(one => one.Text!.ReplaceLineEndings("\n").TrimEnd()
                .Should().Be(letter.Text.ReplaceLineEndings("\n").TrimEnd(), one.Reader));
            read.Should().AllSatisfy(one => one.Html!.ReplaceLineEndings("\n").TrimEnd()
                .Should().Be(letter.Html.ReplaceLineEndings("\n").TrimEnd(), one.Reader));
        }
    }

    /// <summary>And the program by which it is written reads it back.</summary>
    [Theory]
    [MemberData(nameof(Some))]
    public void is_read_back_where_it_was_written(string name)
    {
        RenderedLetter letter = LetterTo(name, name);
        using MemoryStream eml = new(Bytes(letter));
        MimeMessage read = MimeMessage.Load(eml, Cancel);

        read.To.Mailboxes.Should().ContainSingle().Which.Name.Should().Be(name);
        read.To.Mailboxes.Single().Address.Should().Be("ana@nia.example");
        read.Subject.Should().Be(letter.Subject);
        read.From.Mailboxes.Should().ContainSingle().Which.Should().Be(From);
    }

    /// <summary>RFC 5322, 2.1.1: servers may refuse longer lines, or cut them.</summary>
    [Fact]
    public void comes_in_lines_that_every_server_takes()
    {
        string clause = new('x', 16_000);
        RenderedLetter letter = SampleLetters.Templates.Render(SampleLetters.Letter(
            Sample.Person("ana") with { Name = new('w', 300) },
            SampleLetters.Facts(
                SampleLetters.Row(LadderName.Returned, "owner", "ana"),
                SampleLetters.About(LadderName.Due).Report(new("ana"), SampleLetters.Now, new("none", null, "x"))
                    .SendBack(new("boris"), SampleLetters.Now, new('字', 16_000)),
                SampleLetters.Agreement with { Title = new() { En = new('t', 300) }, Clauses = [new("p6-2", new() { En = clause })] })));

        string[] lines = System.Text.Encoding.Latin1.GetString(Bytes(letter)).Split('\n');
        lines.Should().OnlyContain(line => line.TrimEnd('\r').Length <= 998 && line.All(char.IsAscii));
    }

    private static RenderedLetter LetterTo(string name, string title) => SampleLetters.Templates.Render(SampleLetters.Letter(
        Sample.Person("ana") with { Name = name },
        SampleLetters.Facts(
            SampleLetters.Row(LadderName.Overdue, "owner", "ana"),
            SampleLetters.About(LadderName.Overdue) with { Title = new() { En = title } },
            SampleLetters.Agreement with { Title = new Wording { En = title } })));

    private static byte[] Bytes(RenderedLetter letter)
    {
        using MemoryStream eml = new();
        letter.ToMime(From).WriteTo(eml, Cancel);
        return eml.ToArray();
    }
}
