using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUp.Board;
using FollowUp.Http;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Http.Rig.Contract;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Style;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace FollowUp.Tests.Http;

/// <summary>
/// What the contract says is so: it is what the code says, and each call takes what it says, and nothing else. Tests
/// <see cref="GetOpenApi"/> and <see cref="ShowApiDocs"/>, and <see cref="AnswerCheck"/>, which all other tests of calls stand on.
/// </summary>
public sealed partial class The_contract(Office office) : IClassFixture<Office>
{
    private const string File = "docs/openapi.json";

    /// <summary>With this set, it is written anew.</summary>
    private const string Write = "FOLLOWUP_WRITE_CONTRACT";

    private const string Command =
        $"{Write}=1 dotnet artifacts/bin/FollowUp.Tests/release/FollowUp.Tests.dll "
        + "-method \"*The_contract.is_what_the_code_says\" writes it anew";

    /// <summary>Their body is read once a link has opened them; what it may have depends on the link.</summary>
    private static readonly string[] ByLink = ["GiveAnswer", "AddAnswerEvidence", "SetRhythm", "Unsubscribe"];

    private static readonly JsonNode Contract = JsonNode.Parse(Repository.Text(File))!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_what_the_code_says()
    {
        string written = await ContractWriter.Write(Cancel);
        if (Environment.GetEnvironmentVariable(Write) is not null)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(Checkout.Folder, File), written, Cancel);
        }

        Repository.Text(File).Should().Be(written, Command);
    }

    [Fact]
    public void has_every_route_and_no_other() =>
        Contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key.ToUpperInvariant()} {path.Key}"))
            .Should().BeEquivalentTo(ContractWriter.Described
                .SelectMany(trigger => trigger.Methods.Except(["HEAD"]).Select(method => $"{method} /{trigger.Route}")));

    [Fact]
    public void speaks_of_every_function_by_its_name() =>
        OperationTable.All.Keys.Should().BeEquivalentTo(ContractWriter.Described.Select(trigger => trigger.Function));

    /// <summary>The names that callers build on, as they are written down for themselves.</summary>
    [Fact]
    public void has_every_field_of_every_answer()
    {
        string answers = Repository.Text("tests/FollowUp.Tests/Http/Responses/answers.txt");
        foreach (string[] record in answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")))
        {
            Contract["components"]!["schemas"]![record[0]]!["properties"]!.AsObject().Select(field => field.Key)
                .Should().Equal(record[1].Split(' '), record[0]);
        }
    }

    [Fact]
    public void says_of_each_call_what_that_one_does()
    {
        string[] said = [.. ContractCall.All(Contract).Select(call => (string)call.Said["description"]!)];
        said.Should().OnlyHaveUniqueItems().And.OnlyContain(text => char.IsUpper(text[0]));
    }

    [Fact]
    public void is_read_without_a_fault() =>
        OpenApiDocument.Parse(Repository.Text(File), "json").Diagnostic!.Errors.Should().BeEmpty();

    [Fact]
    public async Task is_served_as_it_is_written()
    {
        Answer answer = await office.Send("GET", "/api/openapi.json");

        answer.Text.Should().Be(Repository.Text(File));
        answer.Message.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public async Task is_shown_to_people_under_the_policy_of_the_board()
    {
        Answer page = await office.Send("GET", "/api/docs");
        Answer board = await office.Send("GET", "/board/");

        page.Text.Should().Contain("/board/api-docs/api-docs.js");
        page.Message.Headers.GetValues(HeaderNames.ContentSecurityPolicy)
            .Should().Equal(board.Message.Headers.GetValues(HeaderNames.ContentSecurityPolicy));
    }

    [Fact]
    public async Task names_the_options_that_each_call_takes()
    {
        foreach (ContractCall call in ContractCall.All(Contract).Where(call => !ByLink.Contains(call.Function)))
        {
            Answer answer = await office.Send(call.Method, $"{call.Path}?zz=1", call.AnyContent());
            string detail = (string)answer.Body!["errors"]![0]!["detail"]!;
            string[] known = detail.Contains("known are ", StringComparison.Ordinal) ? detail.Split("known are ")[1].Split(", ") : [];
            answer.Pointers.Should().Equal(["/zz"], $"{call}: {answer}");
            known.Should().BeEquivalentTo(call.Options.Select(option => option.Name), $"{call}");
        }
    }

    [Fact]
    public async Task names_the_words_that_an_option_may_have()
    {
        foreach (ContractCall call in ContractCall.All(Contract).Where(call => !ByLink.Contains(call.Function)))
        {
            foreach ((string name, JsonNode schema) in call.Options.Where(option => option.Schema["enum"] is not null))
            {
                // An import reads its language once it writes refused rows; a calendar file must say first how far it goes.
                string others = string.Concat(call.Required.Select(other => $"&{other}=2020-05-11"))
                    + (call.Function == "PutCalendar" ? "&knownThrough=2027-12-31" : "");
                if ((call.Function, name) != ("ImportItems", "language"))
                {
                    Answer answer = await office.Send(call.Method, $"{call.Path}?{name}=zz{others}", call.AnyContent());
                    Words(answer.Body!["errors"]![0]!).Should().BeEquivalentTo(Enum(schema), $"{call}, {name}: {answer}");
                }
            }
        }
    }

    [Fact]
    public async Task says_which_calls_take_a_precondition_or_a_key()
    {
        foreach (ContractCall call in ContractCall.All(Contract).Where(call => !ByLink.Contains(call.Function)))
        {
            foreach (string header in new[] { "If-Match", "Idempotency-Key" })
            {
                Answer answer = await office.Send(call.Method, call.Path, call.Content(new JsonObject { ["zz"] = 1 }), (header, "\"zz\""));
                answer.Pointers.Contains($"/{header}").Should().Be(!call.Headers.Contains(header), $"{call}, {header}: {answer}");
            }
        }
    }

    /// <summary>A body of every field that the contract knows, and of one more wherever there are fields.</summary>
    [Fact]
    public async Task names_the_fields_that_each_body_may_have()
    {
        foreach (ContractCall call in Bodies())
        {
            List<(string Pointer, JsonObject Schema)> objects = [];
            JsonNode body = new SampleBody(Contract, objects).Of(call.Body!, "");
            Answer answer = await office.Send(call.Method, call.Path, call.Content(body));
            Dictionary<string, JsonNode> faults = Faults(answer);
            foreach ((string pointer, JsonObject schema) in objects)
            {
                faults.Should().ContainKey($"{pointer}/zz", $"{call}: {answer}");
                ((string)faults[$"{pointer}/zz"]["detail"]!).Split("known are ")[^1].Split(", ")
                    .Should().BeEquivalentTo(schema["properties"]!.AsObject().Select(field => field.Key), $"{call}, {pointer}");
            }

            // Roles are words and numbered levels.
            foreach ((string at, JsonNode fault) in faults.Where(fault => !fault.Key.EndsWith("/to/0", StringComparison.Ordinal)
                && (string?)fault.Value["code"] == "not-one-of"))
            {
                Words(fault).Should().BeEquivalentTo(SampleBody.EnumAt(Contract, call.Body!, at), $"{call}, {at}");
            }
        }
    }

    [Fact]
    public async Task names_the_fields_that_each_body_must_have()
    {
        foreach (ContractCall call in Bodies())
        {
            Answer answer = await office.Send(call.Method, call.Path, call.Content(new JsonObject()));
            IEnumerable<string> required = Faults(answer)
                .Where(fault => (string?)fault.Value["code"] is "none-named" or "not-an-object" || IsAsked(fault.Value))
                .Select(fault => fault.Key[1..]).Except(["by", ""]);
            (call.Body!["required"]?.AsArray() ?? []).Select(field => (string)field!)
                .Should().BeEquivalentTo(required, $"{call}: {answer}");
        }
    }

    [Theory]
    [InlineData(200, "application/json", """{"status":"live"}""", null)]
    [InlineData(200, "application/json", """{"status":"live","mood":"good"}""", "*mood*")]
    [InlineData(200, "application/json", """{}""", "*status*")]
    [InlineData(200, "application/json", """{"status":"live","oldestDueAt":"at nine"}""", "*oldestDueAt*")]
    [InlineData(200, "text/html", "<p>live</p>", "*no text/html*")]
    [InlineData(201, "application/json", """{"status":"live"}""", "*no 201*")]
    [InlineData(404, "application/problem+json", """{"title":"no such thing"}""", "*detail*")]
    public void is_held_against_what_is_answered(int status, string type, string text, string? fault)
    {
        string? found = AnswerCheck.Fault(HttpMethod.Get, "/api/health/live", status, type, text);
        (fault is null).Should().Be(found is null, found);
        found?.Should().Match(fault);
    }

    private static IEnumerable<ContractCall> Bodies() =>
        ContractCall.All(Contract).Where(call => call.Body is not null && !ByLink.Contains(call.Function));

    private static bool IsAsked(JsonNode fault) => ((string)fault["detail"]!).StartsWith("is required", StringComparison.Ordinal);

    private static Dictionary<string, JsonNode> Faults(Answer answer) => (answer.Body!["errors"]?.AsArray() ?? [])
        .GroupBy(fault => (string)fault!["pointer"]!).ToDictionary(same => same.Key, same => same.First()!);

    private static string[] Words(JsonNode fault) => MustBe().Replace((string)fault["detail"]!, "").Split(", ");

    private static IEnumerable<string> Enum(JsonNode schema) => schema["enum"]!.AsArray().Select(word => (string)word!);

    [GeneratedRegex("^must be one of ")]
    private static partial Regex MustBe();
}
