using FollowUp.Access;
using FollowUp.Tests.Access.Rig;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Access;

/// <summary>
/// Every route is called by every role, for their own and for others', and is refused exactly where the table says so: no function goes
/// around the gate, or by another's name. Tests <see cref="AccessGate"/>, <see cref="AccessRefusedException"/> and
/// <see cref="PeopleDirectory"/>.
/// </summary>
public sealed class The_matrix_over_HTTP(GuardedOffice office) : IClassFixture<GuardedOffice>
{
    private static readonly string[] OfAccess = ["sign-in", "forbidden", "access-not-set", "this-machine-only", "cross-site"];

    public static TheoryData<string> Roles => [.. ExpectedMatrix.Columns];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task is_what_callers_meet(string role)
    {
        List<string> wrong = [];
        foreach (Trigger trigger in Trigger.All)
        {
            foreach (string method in trigger.Methods.DefaultIfEmpty("PATCH"))
            {
                foreach (bool isOwn in new[] { true, false })
                {
                    string path = isOwn ? trigger.Path : trigger.Path
                        .Replace("/minutes", "/others", StringComparison.Ordinal).Replace("/law/", "/o-law/", StringComparison.Ordinal);
                    Answer answer = await office.Send(Who(role), method, path, method is "GET" or "HEAD" or "DELETE" ? null : "[]");

                    // HEAD has no body to say by what it is refused, and is answered as GET is.
                    Answer said = method == "HEAD" ? await office.Send(Who(role), "GET", path) : answer;
                    bool isRefused = OfAccess.Contains(said.Problem);
                    if (isRefused == ExpectedMatrix.May(trigger.Function, role, isOwn)
                        || answer.Status != said.Status || answer.Status >= 500)
                    {
                        wrong.Add($"{role} {method} {path}: {answer}");
                    }
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task tells_whoever_is_not_known_how_to_be()
    {
        Answer answer = await office.Get(null, "/api/items");
        (answer.Status, answer.Problem).Should().Be((401, "sign-in"));
        answer.Message.Headers.WwwAuthenticate.Should().ContainSingle().Which.Scheme.Should().Be("Bearer");
        ((string)answer.Body!["detail"]!).Should().Contain("/.auth/login/").And.Contain("x-functions-key");
        ((string)(await office.Get(("x-functions-key", "x"), "/api/items")).Body!["detail"]!).Should().Contain("is no key of ours");
    }

    /// <summary>Whether there is such a thing is told to nobody who could not see it.</summary>
    [Theory]
    [InlineData("/api/agreements/others/items/protocol", "/api/agreements/others/items/nothing")]
    [InlineData("/api/agreements/others", "/api/agreements/nothing")]
    [InlineData("/api/agreements/others/items/protocol/journal", "/api/agreements/others/items/No%20Id/journal")]
    public async Task says_the_same_of_what_is_anothers_and_of_what_is_not(string anothers, string nothing)
    {
        Answer one = await office.Get(GuardedOffice.Person("law"), anothers);
        Answer other = await office.Get(GuardedOffice.Person("law"), nothing);
        one.Status.Should().Be(403);
        other.Text.Should().Be(one.Text);
    }

    [Fact]
    public async Task leaves_nothing_of_it_with_whoever_keeps_answers() =>
        (await office.Get(GuardedOffice.Person("law"), "/api/items")).Message.Headers.CacheControl!.ToString()
            .Should().Be("no-store, private");

    private static (string Name, string Value)? Who(string role) => role switch
    {
        "out" => null,
        "key" => GuardedOffice.Robot,
        "owner" => GuardedOffice.Person("law"),
        "issuer" => GuardedOffice.Person("lead"),
        "leader" => GuardedOffice.Person("first"),
        "coordinator" => GuardedOffice.Person("desk"),
        _ => GuardedOffice.Person(role),
    };
}
