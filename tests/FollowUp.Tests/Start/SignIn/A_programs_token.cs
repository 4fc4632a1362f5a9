using System.Net;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Start.SignIn;
using FollowUp.Tests.Start.SignIn.Rig;
using Microsoft.IdentityModel.Tokens;

namespace FollowUp.Tests.Start.SignIn;

/// <summary>
/// A program brings a person's token of the provider. What the provider did not write, or not for FollowUp, opens nothing. Tests
/// <see cref="OidcSettings"/> and <see cref="Provider"/>.
/// </summary>
public sealed class A_programs_token(SignedOffice office) : IClassFixture<SignedOffice>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_the_provider_opens_what_is_theirs() =>
        (await Answer(office.Provider.Token("law@nia.example"))).Should().Be(HttpStatusCode.OK);

    [Fact]
    public async Task of_whoever_is_nobody_here_opens_nothing() =>
        (await Answer(office.Provider.Token("stranger@nia.example"))).Should().Be(HttpStatusCode.Forbidden);

    [Fact]
    public async Task that_is_another_opens_nothing()
    {
        OidcProvider provider = office.Provider;
        using RSA stranger = RSA.Create(2048);
        string valid = provider.Token("law@nia.example");
        string[] parts = valid.Split('.');
        byte[] published = Encoding.UTF8.GetBytes(Base64UrlEncoder.Encode(provider.Key.Rsa.ExportParameters(false).Modulus));
        Dictionary<string, string> tokens = new()
        {
            ["of another audience"] = provider.Token("law@nia.example", audience: "another"),
            ["of another issuer"] = provider.Token("law@nia.example", issuer: "http://127.0.0.1:1"),
            ["that has expired"] = provider.Token("law@nia.example", age: TimeSpan.FromHours(1)),
            ["that is not valid yet"] = provider.Token("law@nia.example", age: TimeSpan.FromHours(-1)),
            ["by another's key"] = provider.Token("law@nia.example", by: new RsaSecurityKey(stranger) { KeyId = "one" }),
            ["by a secret that is none"] = provider.Token(
                "law@nia.example", by: new SymmetricSecurityKey(published) { KeyId = "one" }, algorithm: SecurityAlgorithms.HmacSha256),
            ["without a signature"] = provider.Token("law@nia.example", algorithm: SecurityAlgorithms.None),
            ["whose signature is cut off"] = $"{parts[0]}.{parts[1]}.",
            ["of another's content"] = $"{parts[0]}.{provider.Token("lead@nia.example").Split('.')[1]}.{parts[2]}",
            ["without an address"] = provider.Token("law"),
            ["of an address that nobody verified"] = provider.Token("law@nia.example", verified: false),
            ["that is none"] = "law@nia.example",
        };

        foreach ((string name, string token) in tokens)
        {
            (await Answer(token)).Should().Be(HttpStatusCode.Unauthorized, name);
        }
    }

    private async Task<HttpStatusCode> Answer(string token)
    {
        using HttpClient http = new() { BaseAddress = office.Url };
        http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        using HttpResponseMessage answer = await http.GetAsync("/api/items", Cancel);
        return answer.StatusCode;
    }
}
