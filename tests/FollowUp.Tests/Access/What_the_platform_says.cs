using System.Text;
using FollowUp.Access;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Tests.Access;

/// <summary>Who is signed in, as App Service Authentication hands it over. Tests <see cref="PlatformHeaders"/>.</summary>
public sealed class What_the_platform_says
{
    [Theory]
    [InlineData("law@nia.example", null, "law@nia.example")]
    [InlineData("Law Desk", """{"claims":[{"typ":"email","val":"law@nia.example"}]}""", "law@nia.example")]
    [InlineData(null, """{"claims":[{"typ":"email","val":"b@nia.example"},{"typ":"preferred_username","val":"a@nia.example"}]}""", "a@nia.example")]
    [InlineData(null, """{"claims":[{"typ":"preferred_username","val":"live.com#a"},{"typ":"upn","val":"b@nia.example"}]}""", "b@nia.example")]
    [InlineData(null, """{"claims":[{"typ":"name","val":"law@nia.example"}]}""", null)]
    [InlineData(null, """{"claims":"law@nia.example"}""", null)]
    [InlineData(null, "[]", null)]
    [InlineData("", "", null)]
    [InlineData(null, null, null)]
    public void is_read_for_an_address(string? name, string? principal, string? address)
    {
        DefaultHttpContext http = new();
        Add(http, "X-MS-CLIENT-PRINCIPAL-NAME", name);
        Add(http, "X-MS-CLIENT-PRINCIPAL", principal is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)));
        PlatformHeaders.AddressOf(http.Request).Should().Be(address);
    }

    [Fact]
    public void is_nothing_where_it_cannot_be_read_or_comes_twice()
    {
        DefaultHttpContext http = new();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = "no base64!";
        PlatformHeaders.AddressOf(http.Request).Should().BeNull();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] = new(["law@nia.example", "lead@nia.example"]);
        PlatformHeaders.AddressOf(http.Request).Should().BeNull();
    }

    [Fact]
    public void is_taken_away_where_nobody_stands_in_front()
    {
        DefaultHttpContext http = new();
        foreach (string header in new[]
        {
            "X-MS-CLIENT-PRINCIPAL", "x-ms-client-principal-name", "X-Ms-Client-Principal-Idp", "X-MS-TOKEN-AAD-ID-TOKEN", "Accept",
        })
        {
            http.Request.Headers[header] = "x";
        }

        PlatformHeaders.Strip(http.Request);
        http.Request.Headers.Keys.Should().Equal("Accept");
    }

    private static void Add(HttpContext http, string header, string? value)
    {
        if (value is not null)
        {
            http.Request.Headers[header] = value;
        }
    }
}
