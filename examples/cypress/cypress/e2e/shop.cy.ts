const post = (action: string, address: string) =>
  cy.request({ method: 'POST', url: `/${action}`, form: true, body: { address } })

describe('the mail of the shop', () => {
  it('a sign-up sends a link', () => {
    cy.mailInbox().then((inbox) => {
      cy.visit('/')
      cy.get('form[action="/sign-up"] input').type(inbox.address('ada'))
      cy.get('form[action="/sign-up"] button').click()

      cy.findMail(inbox, { subject: 'Confirm your address' }).then((mail) => {
        expect(mail.envelope.to).to.deep.equal([inbox.address('ada')])
        cy.visit(mail.link('Confirm'))
        cy.get('h1').should('have.text', 'Your address is confirmed')
      })
    })
  })

  it('a second request sends another code', () => {
    cy.mailInbox().then((inbox) => {
      post('sign-in', inbox.address())
      cy.findMail(inbox, { subject: 'Your sign-in code' }).then((first) => {
        post('sign-in', inbox.address())
        cy.findMail(inbox, { subject: 'Your sign-in code' }, { after: first }).then((second) => {
          expect(second.code()).not.to.equal(first.code())
        })
      })
    })
  })

  it('a forgotten password is chosen anew', () => {
    cy.mailInbox().then((inbox) => {
      post('sign-up', inbox.address())
      post('reset', inbox.address())

      cy.findMail(inbox, { subject: 'Reset your password' }).then((mail) => {
        cy.visit(mail.link('Choose a new password'))
        cy.get('h1').should('have.text', 'Choose a new password')
      })
    })
  })

  it('an unknown address gets no mail', () => {
    cy.mailInbox().then((inbox) => {
      post('reset', inbox.address('nobody'))

      cy.shouldNotReceive(inbox)
    })
  })

  it('an order comes with its invoice', () => {
    cy.mailInbox().then((inbox) => {
      post('order', inbox.address())

      cy.findMail(inbox, { attachment: 'invoice-*.pdf' }).then((mail) => {
        cy.mailOctets(mail, '*.pdf').then((octets) => {
          expect(new TextDecoder().decode(octets)).to.match(/^%PDF-/)
        })
      })
    })
  })

  it('the lessons come in order', () => {
    cy.mailInbox().then((inbox) => {
      post('course', inbox.address())

      cy.shouldReceiveInOrder(inbox, [
        { subject: '1/5 Welcome' },
        { subject: '2/5 Your first bread' },
        { subject: '3/5 Sourdough' },
        { subject: '4/5 Rye' },
        { subject: '5/5 Your certificate' },
      ])
    })
  })
})
